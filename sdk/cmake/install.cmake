# sdk/cmake/install.cmake: what `cmake --install` puts where, and the package that find_package(stdb) reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(STDB_PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/stdb)
set(STDB_DATA_FOLDER ${CMAKE_INSTALL_DATADIR}/stdb)
# Wasmtime has a place of its own, where it meets no other version; programs find it there by a relative rpath.
set(STDB_RUNTIME_FOLDER ${CMAKE_INSTALL_LIBDIR}/stdb)

# A room's include/ folder, for whoever links the room's target here and in the installed package.
function(stdb_public_headers target)
  get_target_property(type ${target} TYPE)
  set(scope PUBLIC)
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(scope INTERFACE)
  endif()
  target_include_directories(
    ${target} ${scope} $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endfunction()

function(stdb_install_package)
  set(rooms abi shim sdk/bsatn sdk/schema sdk/query sdk/module sdk/host sdk/testing)
  foreach(room IN LISTS rooms)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${room}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} OPTIONAL)
  endforeach()
  install(
    TARGETS stdb_abi stdb_shim_native stdb_bsatn stdb_schema stdb_query stdb_module stdb_host stdb_testing
    EXPORT stdb_targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT stdb_targets NAMESPACE stdb:: FILE stdb-targets.cmake DESTINATION ${STDB_PACKAGE_FOLDER})
  _stdb_install_tool()
  _stdb_install_guest()
  _stdb_install_package_files()
endfunction()

function(_stdb_install_tool)
  file(RELATIVE_PATH up ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR}/stdb)
  set_target_properties(stdb PROPERTIES INSTALL_RPATH "$ORIGIN/${up}")
  install(TARGETS stdb RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${STDB_WASMTIME_LIBRARY} DESTINATION ${STDB_RUNTIME_FOLDER})
endfunction()

# The sources that stdb_add_module compiles to wasm, in the folders they have here, and the scripts of the build.
function(_stdb_install_guest)
  foreach(room shim sdk/bsatn sdk/query sdk/module)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${room}/src/ DESTINATION ${STDB_DATA_FOLDER}/guest/${room}/src PATTERN native.c EXCLUDE
            PATTERN bsatn/src/violation.cpp EXCLUDE)
  endforeach()
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/shim/post ${PROJECT_SOURCE_DIR}/sdk/cmake/provision
          DESTINATION ${STDB_DATA_FOLDER} FILES_MATCHING PATTERN *.py)
  install(FILES ${PROJECT_SOURCE_DIR}/emsdk.lock DESTINATION ${STDB_DATA_FOLDER})
endfunction()

function(_stdb_install_package_files)
  configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/sdk/cmake/stdb-config.cmake.in ${PROJECT_BINARY_DIR}/stdb-config.cmake
    INSTALL_DESTINATION ${STDB_PACKAGE_FOLDER}
    PATH_VARS CMAKE_INSTALL_INCLUDEDIR STDB_DATA_FOLDER STDB_RUNTIME_FOLDER)
  write_basic_package_version_file(
    ${PROJECT_BINARY_DIR}/stdb-config-version.cmake VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
  install(
    FILES ${PROJECT_BINARY_DIR}/stdb-config.cmake ${PROJECT_BINARY_DIR}/stdb-config-version.cmake
          ${PROJECT_SOURCE_DIR}/sdk/cmake/provision.cmake ${PROJECT_SOURCE_DIR}/sdk/cmake/add_module.cmake
          ${PROJECT_SOURCE_DIR}/sdk/cmake/add_module_test.cmake
    DESTINATION ${STDB_PACKAGE_FOLDER})
endfunction()
