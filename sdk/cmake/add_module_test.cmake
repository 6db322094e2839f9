# sdk/cmake/add_module_test.cmake: stdb_add_module_test builds a test of a module, and runs it natively and of the wasm.
#
#   stdb_add_module_test(NAME MODULE MODULE_NAME SOURCES SOURCE... [LIBRARIES LIBRARY...])
#
# Makes an executable NAME of the sources, which use stdb/testing.hpp and any test framework, or none: LIBRARIES names the
# framework and whatever else is linked, such as GTest::gtest_main. MODULE_NAME is what stdb_add_module was called with. Two tests
# run it: NAME.native, with the module's own code linked in, and NAME.wasm, with the wasm that is shipped. A project calls
# enable_testing() before, as for add_test.
cmake_policy(PUSH)
cmake_policy(VERSION 3.25)

function(stdb_add_module_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "MODULE" "SOURCES;LIBRARIES")
  _stdb_check_module_test_arguments(${name} "${arg_MODULE}" "${arg_SOURCES}" "${arg_UNPARSED_ARGUMENTS}")
  get_target_property(wasm ${arg_MODULE} STDB_WASM)
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_MODULE}_native stdb::testing ${arg_LIBRARIES})
  # Whoever builds the test has both of what it runs.
  add_dependencies(${name} ${arg_MODULE})
  add_test(NAME ${name}.native COMMAND ${name})
  add_test(NAME ${name}.wasm COMMAND ${name})
  # Emptied for the one, so that an environment which has it set does not make two tests of wasm.
  set_tests_properties(${name}.native PROPERTIES ENVIRONMENT STDB_TEST_WASM=)
  set_tests_properties(${name}.wasm PROPERTIES ENVIRONMENT STDB_TEST_WASM=${wasm})
endfunction()

function(_stdb_check_module_test_arguments name module sources unknown)
  if(unknown)
    message(FATAL_ERROR "stdb_add_module_test(${name}): what is \"${unknown}\"? Write MODULE, SOURCES and LIBRARIES before what belongs to them")
  endif()
  if(NOT module)
    message(FATAL_ERROR "stdb_add_module_test(${name}): no MODULE is given")
  endif()
  if(NOT sources)
    message(FATAL_ERROR "stdb_add_module_test(${name}): no SOURCES are given")
  endif()
  set(wasm)
  if(TARGET ${module})
    get_target_property(wasm ${module} STDB_WASM)
  endif()
  if(NOT wasm)
    message(FATAL_ERROR "stdb_add_module_test(${name}): MODULE ${module} is no module: call stdb_add_module(${module} ...) before")
  endif()
endfunction()

cmake_policy(POP)
