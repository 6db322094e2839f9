// tests/oracle/schemas/src/nothing.rs: a package needs a program or a library of its own.
