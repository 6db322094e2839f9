// tests/oracle/host/src/server.rs: the engine with its databases, all of it in memory.
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::Result;
use spacetimedb::auth::JwtKeys;
use spacetimedb::db::{Config, Storage};
use spacetimedb::energy::NullEnergyMonitor;
use spacetimedb::host::{HostController, HostRuntimeConfig, IdcConfig, ModuleHost, UpdateDatabaseResult};
use spacetimedb::messages::control_db::{Database, HostType};
use spacetimedb::util::jobs::JobCores;
use spacetimedb::Identity;
use spacetimedb_datastore::system_tables::ModuleKind;
use spacetimedb_datastore::traits::Program;
use spacetimedb_engine::persistence::LocalPersistenceProvider;
use spacetimedb_lib::{hash_bytes, Hash};
use spacetimedb_paths::server::ServerDataDir;
use spacetimedb_paths::FromPathUnchecked;
use spacetimedb_schema::auto_migrate::{MigrationPolicy, MigrationToken};
use tokio::sync::watch;

/// How long a database may take to end.
const EXIT_TIMEOUT: Duration = Duration::from_secs(5);

/// Every program ever published, by its hash: where the engine looks for them.
type Programs = Arc<Mutex<HashMap<Hash, Box<[u8]>>>>;

/// The values a module finds in its environment, by their names.
pub type Environment = BTreeMap<String, String>;

pub struct Server {
    controller: HostController,
    pub keys: JwtKeys,
    programs: Programs,
    /// By the name they were published under.
    databases: Mutex<HashMap<String, Database>>,
    last_id: AtomicU64,
}

impl Server {
    /// `folder` keeps the engine's cache of compiled modules; `port` is where the server answers.
    pub fn new(folder: &Path, port: u16) -> Result<Self> {
        let folder = Arc::new(ServerDataDir::from_path_unchecked(folder));
        let programs = Programs::default();
        let known = programs.clone();
        let lookup = move |hash: Hash| {
            let program = known.lock().unwrap().get(&hash).cloned();
            async move { Ok(program) }
        };
        let controller = HostController::new(
            folder.clone(),
            Config { storage: Storage::Memory, page_pool_max_size: None },
            HostRuntimeConfig::default(),
            Arc::new(lookup),
            Arc::new(NullEnergyMonitor),
            Arc::new(()),
            Arc::new(LocalPersistenceProvider::new(folder)),
            JobCores::without_pinned_cores(),
        );
        let keys = JwtKeys::generate()?;
        controller.set_idc_config(IdcConfig { http_port: port, token_signer: Arc::new(keys.private.clone()) })?;
        Ok(Server { controller, keys, programs, databases: Mutex::default(), last_id: AtomicU64::new(0) })
    }

    /// A number that nothing else of this server has.
    pub fn next_id(&self) -> u64 {
        self.last_id.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// By name, or by identity in hexadecimal digits.
    pub fn find(&self, name_or_identity: &str) -> Option<Database> {
        let databases = self.databases.lock().unwrap();
        if let Some(database) = databases.get(name_or_identity) {
            return Some(database.clone());
        }
        let identity = Identity::from_hex(name_or_identity).ok()?;
        databases.values().find(|database| database.database_identity == identity).cloned()
    }

    pub async fn module(&self, database: &Database) -> Result<ModuleHost> {
        self.controller.get_or_launch_module_host(database.clone(), database.id).await
    }

    /// What tells of the module that the database runs, also after it has been given another.
    pub async fn watch(&self, database: &Database) -> Result<watch::Receiver<ModuleHost>> {
        self.controller.watch_module_host(database.id).await.map_err(Into::into)
    }

    /// Makes an empty database and runs the module's `init`. Nothing is left of one whose module is refused.
    pub async fn create(&self, name: &str, owner: Identity, wasm: &[u8]) -> Result<Database> {
        let program = Program::from_bytes(ModuleKind::WASM, wasm);
        let database = Database {
            id: self.next_id(),
            database_identity: Identity::from_claims(name, &uuid::Uuid::new_v4().to_string()),
            owner_identity: owner,
            host_type: HostType::Wasm,
            initial_program: program.hash,
            bootstrap_generation: 0,
        };
        self.programs.lock().unwrap().insert(program.hash, program.bytes.clone());
        // A module that is refused here never reaches the launch, which would try bytes that are no wasm as JavaScript.
        self.controller.check_module_validity(database.clone(), program).await?;
        self.module(&database).await?;
        self.databases.lock().unwrap().insert(name.to_owned(), database.clone());
        Ok(database)
    }

    /// Gives a database a new module, and more values for its environment; a change that clients would notice needs
    /// `break_clients`.
    pub async fn update(
        &self,
        database: Database,
        wasm: &[u8],
        break_clients: bool,
        environment: Environment,
    ) -> Result<UpdateDatabaseResult> {
        let policy = if break_clients {
            let token = MigrationToken {
                database_identity: database.database_identity,
                old_module_hash: self.module(&database).await?.info().module_hash,
                new_module_hash: hash_bytes(wasm),
            };
            MigrationPolicy::BreakClients(token.hash())
        } else {
            MigrationPolicy::Compatible
        };
        let id = database.id;
        let environment = environment.into();
        self.controller.update_module_host(database, HostType::Wasm, id, wasm.into(), policy, environment).await
    }

    pub async fn delete(&self, database: &Database) -> Result<()> {
        self.databases.lock().unwrap().retain(|_, other| other.id != database.id);
        self.controller.exit_module_host(database.id, EXIT_TIMEOUT).await
    }

    /// Ends all databases. One that does not end in time is left to the end of the process.
    pub async fn close(&self) {
        for id in self.controller.managed_replicas() {
            if let Err(error) = self.controller.exit_module_host(id, EXIT_TIMEOUT).await {
                eprintln!("oracle-server: database {id} did not end well: {error:#}");
            }
        }
    }
}
