# sdk/cmake/add_module.cmake: stdb_add_module builds a SpacetimeDB module.
#
#   stdb_add_module(NAME SOURCE... [TARGET 1|2.0|2.1|2.2|2.4.1|2.8|2.14] [OPTIMIZE size|speed]
#                   [INITIAL_MEMORY 4MiB] [MAXIMUM_MEMORY 256MiB] [STACK_SIZE 128KiB] [EXCLUDE_FROM_ALL])
#
# Makes ${CMAKE_BINARY_DIR}/wasm/NAME.wasm (stripped, its imports and exports checked) and NAME.size.json beside it, by a
# target NAME that is part of `all` unless excluded; and an object library NAME_native of the same sources, for tests and
# debuggers, which is built only where something links it (NAME_objects is what compiles the sources for the wasm). TARGET is
# the least server version that shall accept the module ("2" and no TARGET: 2.8). OPTIMIZE is for speed at any size, or for
# the fewest bytes, which most modules have some hundredths less with and some a little more; by default both count.
# A module's memory begins with what its data, its stack (STACK_SIZE, 64KiB) and a heap of 1 MiB take, or INITIAL_MEMORY, and
# grows as it is used, to MAXIMUM_MEMORY (2GiB). Sizes are in KiB, MiB or GiB, and whole pages of 64 KiB where they speak of
# memory; a host pays for what is there from the beginning at each instance, so more than 16 MiB only helps who knows why.
# The target's property STDB_WASM holds the path of the wasm.
#
# Its caller has set: STDB_GUEST_SOURCES, STDB_GUEST_INCLUDES, STDB_GUEST_FOLDER (which machine path of the sources is left
# out of the wasm), STDB_ABI_FOLDER, STDB_FINISH_MODULE, STDB_PROVISIONER, and by stdb_provision: STDB_WASM_CXX, STDB_WASM_LD,
# STDB_WASM_OPT, STDB_BOOST_INCLUDE, STDB_PYTHON.
cmake_policy(PUSH)
cmake_policy(VERSION 3.25)

# Constants as cache entries: the function is also called where the scope of this file cannot be seen.
set(STDB_TARGETS 1 2.0 2.1 2.2 2.4.1 2.8 2.14 CACHE INTERNAL "The targets of stdb_add_module")
set(STDB_DEFAULT_TARGET 2.8 CACHE INTERNAL "The target where none is given")
# A reducer that forgets to return is no reducer, and a result that nobody looks at hides a failure, whatever warnings the
# module's author has asked for.
set(STDB_MODULE_ERRORS -Werror=return-type -Werror=unused-result CACHE INTERNAL "Warnings that are errors in every module")
# Only what every server's validator accepts.
set(STDB_WASM_FEATURES -mbulk-memory -mnontrapping-fptoint -msign-ext CACHE INTERNAL "Features of wasm that modules may use")
set(STDB_MODULE_LANGUAGE -std=c++23 -fno-exceptions -fno-rtti -fno-math-errno CACHE INTERNAL "The C++ of modules")
set(STDB_WASM_LAUNCHER "$ENV{EM_COMPILER_WRAPPER}" CACHE STRING "What runs the compiler of modules, such as ccache; Emscripten's variable at first")

function(stdb_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCLUDE_FROM_ALL" "TARGET;OPTIMIZE;INITIAL_MEMORY;MAXIMUM_MEMORY;STACK_SIZE" "")
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "stdb_add_module(${name}): ${arg_KEYWORDS_MISSING_VALUES} stands there without a value")
  endif()
  _stdb_check_module_arguments(${name} "${arg_TARGET}" "${arg_OPTIMIZE}" "${arg_UNPARSED_ARGUMENTS}")
  _stdb_target_number("${arg_TARGET}" number)
  _stdb_optimization("${arg_OPTIMIZE}" optimization level)
  _stdb_memory_options(${name} "${arg_INITIAL_MEMORY}" "${arg_MAXIMUM_MEMORY}" "${arg_STACK_SIZE}" memory)
  set(flags -DSTDB_TARGET=${number} ${optimization} -ffile-prefix-map=${CMAKE_CURRENT_SOURCE_DIR}/= ${STDB_MODULE_WARNINGS})

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name}.dir)
  set(objects)
  foreach(source IN LISTS arg_UNPARSED_ARGUMENTS)
    _stdb_compile_to_wasm(${source} ${folder} "${flags}" object)
    list(APPEND objects ${object})
  endforeach()
  # The module's own sources are a target that waits for nothing: by the one that links it they would all wait for the
  # SDK's, though it is only the link that does.
  add_custom_target(${name}_objects DEPENDS ${objects})
  _stdb_guest_objects(${number} "${arg_OPTIMIZE}" guest_target guest_objects)
  if(STDB_GUEST_WITHOUT)  # a folder of this tree may bring another one of the SDK's own sources (bench/wasm)
    list(FILTER guest_objects EXCLUDE REGEX "${STDB_GUEST_WITHOUT}")
  endif()
  _stdb_link_module(${name} ${folder} ${number} ${level} "${objects}" ${guest_target} "${guest_objects}" "${memory}"
                    ${arg_EXCLUDE_FROM_ALL})
  add_library(${name}_native OBJECT EXCLUDE_FROM_ALL ${arg_UNPARSED_ARGUMENTS})
  target_link_libraries(${name}_native PUBLIC stdb::module)
  target_compile_definitions(${name}_native PUBLIC STDB_TARGET=${number})
  target_compile_options(${name}_native PRIVATE ${STDB_MODULE_ERRORS} ${STDB_MODULE_WARNINGS})
endfunction()

function(_stdb_check_module_arguments name target optimize sources)
  if(NOT name MATCHES "^[A-Za-z0-9_.-]+$")
    message(FATAL_ERROR "stdb_add_module: the name \"${name}\" becomes a file name; use letters, digits, '_', '-' and '.'")
  endif()
  if(NOT sources)
    message(FATAL_ERROR "stdb_add_module(${name}): no source file is given")
  endif()
  if(TARGET ${name})
    message(FATAL_ERROR "stdb_add_module(${name}): there is a target of this name already; give the module another")
  endif()
  foreach(source IN LISTS sources)
    if(NOT source MATCHES "\\.(c|cc|cpp|cxx)$")
      message(FATAL_ERROR "stdb_add_module(${name}): \"${source}\" is no source file (.cpp, .cc, .cxx or .c); headers are found by those that include them, and an option is one of TARGET, OPTIMIZE, INITIAL_MEMORY, MAXIMUM_MEMORY, STACK_SIZE and EXCLUDE_FROM_ALL")
    endif()
    get_filename_component(path ${source} ABSOLUTE)
    get_source_file_property(is_generated ${path} GENERATED)
    if(NOT EXISTS ${path} AND NOT is_generated)
      message(FATAL_ERROR "stdb_add_module(${name}): there is no file ${path}")
    endif()
  endforeach()
  if(target AND NOT target STREQUAL "2" AND NOT target IN_LIST STDB_TARGETS)
    list(JOIN STDB_TARGETS ", " known)
    message(FATAL_ERROR "stdb_add_module(${name}): TARGET ${target} is not known; it is one of ${known}, or 2 for the default ${STDB_DEFAULT_TARGET}")
  endif()
  if(optimize AND NOT optimize MATCHES "^(size|speed)$")
    message(FATAL_ERROR "stdb_add_module(${name}): OPTIMIZE ${optimize} is not known; it is size or speed")
  endif()
endfunction()

# 64KiB becomes 65536.
function(_stdb_bytes name what size unit result)
  if(NOT size MATCHES "^([0-9]+)(KiB|MiB|GiB)$")
    message(FATAL_ERROR "stdb_add_module(${name}): ${what} is a number and KiB, MiB or GiB, as in 4MiB; not \"${size}\"")
  endif()
  set(number ${CMAKE_MATCH_1})
  set(factors KiB 1024 MiB 1048576 GiB 1073741824)
  list(FIND factors ${CMAKE_MATCH_2} at)
  math(EXPR at "${at} + 1")
  list(GET factors ${at} factor)
  math(EXPR bytes "${number} * ${factor}")
  math(EXPR rest "${bytes} % ${unit}")
  if(bytes EQUAL 0 OR NOT rest EQUAL 0)
    message(FATAL_ERROR "stdb_add_module(${name}): ${what} is a multiple of ${unit} bytes; ${size} is not")
  endif()
  set(${result} ${bytes} PARENT_SCOPE)
endfunction()

function(_stdb_memory_options name initial maximum stack result)
  set(options)
  if(NOT stack)
    set(stack 64KiB)
  endif()
  _stdb_bytes(${name} STACK_SIZE ${stack} 16 bytes)
  list(APPEND options -z stack-size=${bytes})
  if(NOT maximum)
    set(maximum 2GiB)
  endif()
  _stdb_bytes(${name} MAXIMUM_MEMORY ${maximum} 65536 most)
  if(most GREATER 4294967296)
    message(FATAL_ERROR "stdb_add_module(${name}): MAXIMUM_MEMORY is 4GiB at most, all that a wasm module can address")
  endif()
  list(APPEND options --max-memory=${most})
  if(initial)
    _stdb_bytes(${name} INITIAL_MEMORY ${initial} 65536 bytes)
    if(bytes GREATER most)
      message(FATAL_ERROR "stdb_add_module(${name}): INITIAL_MEMORY is more than MAXIMUM_MEMORY")
    endif()
    list(APPEND options --initial-memory=${bytes})
  else()
    list(APPEND options --initial-heap=1048576)
  endif()
  set(${result} ${options} PARENT_SCOPE)
endfunction()

# 2.4.1 becomes 20401: two digits for each place after the first.
function(_stdb_target_number target result)
  if(NOT target OR target STREQUAL "2")
    set(target ${STDB_DEFAULT_TARGET})
  endif()
  string(REPLACE "." ";" places "${target}.0.0")
  list(GET places 0 major)
  list(GET places 1 minor)
  list(GET places 2 patch)
  math(EXPR number "${major} * 10000 + ${minor} * 100 + ${patch}")
  set(${result} ${number} PARENT_SCOPE)
endfunction()

# The compiler's flags, and the level at which Binaryen begins.
function(_stdb_optimization optimize result_flags result_level)
  # Small functions are inlined: the codec is many of them, and a call in wasm costs more bytes than most of their bodies.
  # What thresholds give is in bench/README.md.
  set(inlining -mllvm -inline-threshold=110)
  set(level -Oz)
  if(optimize STREQUAL "speed")
    set(flags -O2)
    set(level -O3)
  elseif(optimize STREQUAL "size")
    set(flags -Oz ${inlining})
  else()
    set(flags -Os ${inlining})
  endif()
  set(${result_flags} ${flags} PARENT_SCOPE)
  set(${result_level} ${level} PARENT_SCOPE)
endfunction()

function(_stdb_compile_to_wasm source folder flags result)
  get_filename_component(path ${source} ABSOLUTE)
  get_filename_component(file ${source} NAME)
  # Two sources of one name in two folders must not meet.
  string(SHA1 hash ${path})
  string(SUBSTRING ${hash} 0 8 hash)
  set(object ${folder}/${file}.${hash}.o)
  list(TRANSFORM STDB_GUEST_INCLUDES PREPEND ${STDB_GUEST_INCLUDE_FLAG} OUTPUT_VARIABLE includes)
  # A header is called as it is included, and a source by its place in the project: no machine's paths get into the wasm.
  list(TRANSFORM STDB_GUEST_INCLUDES REPLACE "(.+)" "-ffile-prefix-map=\\1/=" OUTPUT_VARIABLE maps)
  list(APPEND maps -ffile-prefix-map=${STDB_BOOST_INCLUDE}/= -ffile-prefix-map=${STDB_GUEST_FOLDER}/=stdb/)
  if(file MATCHES "\\.c$")
    set(language -x c -std=c11 -fno-math-errno)
  else()
    set(language ${STDB_MODULE_LANGUAGE} ${STDB_MODULE_ERRORS} -isystem${STDB_BOOST_INCLUDE})
    _stdb_standard_headers("${flags}" headers)
    list(APPEND language ${headers})
  endif()
  add_custom_command(
    OUTPUT ${object}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${STDB_WASM_LAUNCHER} ${STDB_WASM_CXX} ${language} ${STDB_WASM_FEATURES} ${flags} ${maps} ${includes}
            -MD -MF ${object}.d -MQ ${object} -c ${path} -o ${object}
    DEPENDS ${path}
    DEPFILE ${object}.d
    COMMENT "Compiling ${file} to wasm"
    VERBATIM)
  set(${result} ${object} PARENT_SCOPE)
endfunction()

# What has the compiler begin with the standard headers that the machine's first module has had precompiled; the option by
# which they must agree with a module's flags is whether size counts. A launcher gets none: compiler caches do not know
# them without settings of their own. It costs that a source which forgets to include a standard header is told so natively only.
function(_stdb_standard_headers flags result)
  set(${result} "" PARENT_SCOPE)
  if(STDB_WASM_LAUNCHER)
    return()
  endif()
  set(level -Os)
  if(-O2 IN_LIST flags)
    set(level -O2)
  endif()
  get_property(path GLOBAL PROPERTY STDB_STANDARD_HEADERS${level})
  if(NOT path)
    set(output ${CMAKE_BINARY_DIR}/stdb_parts/standard_headers${level})
    execute_process(
      COMMAND ${CMAKE_COMMAND} -E env "STDB_CACHE=${STDB_CACHE}" ${STDB_PYTHON} -B ${STDB_PROVISIONER}/precompile.py
              --boost ${STDB_BOOST_INCLUDE} --output ${output} --
              ${STDB_WASM_CXX} ${STDB_MODULE_LANGUAGE} ${STDB_WASM_FEATURES} ${level}
      RESULT_VARIABLE failed
      ERROR_VARIABLE errors)
    if(failed)
      message(FATAL_ERROR "${errors}")
    endif()
    file(READ ${output} path)
    set_property(GLOBAL PROPERTY STDB_STANDARD_HEADERS${level} "${path}")
    # Where someone has cleared the cache, or a file is no longer what it was, the next build configures first.
    string(REGEX REPLACE "pch$" "hpp" header ${path})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path} ${header})
  endif()
  set(${result} -include-pch ${path} PARENT_SCOPE)
endfunction()

# The C++ sources of the SDK as one that includes them all: most of their time goes into the same headers, and one unit
# takes about six times what one of them does. The C sources stay as they are.
function(_stdb_guest_units folder result)
  set(units ${STDB_GUEST_SOURCES})
  set(text "// The C++ sources of the SDK in a module.\n")
  foreach(source IN LISTS STDB_GUEST_SOURCES)
    if(source MATCHES "\\.cpp$")
      list(REMOVE_ITEM units ${source})
      string(APPEND text "#include \"${source}\"\n")
    endif()
  endforeach()
  file(GENERATE OUTPUT ${folder}/sdk.cpp CONTENT "${text}")
  set(${result} ${folder}/sdk.cpp ${units} PARENT_SCOPE)
endfunction()

# The SDK's own sources, compiled once for each target and optimisation that a project uses.
function(_stdb_guest_objects number optimize result_target result_objects)
  _stdb_optimization("${optimize}" optimization unused)
  list(GET optimization 0 optimization)  # no more inlining: what is called for each row asks for it where it is written
  string(JOIN _ target stdb_guest ${number} ${optimize})
  set(folder ${CMAKE_BINARY_DIR}/stdb_guest/${target})
  if(NOT TARGET ${target})
    set(objects)
    _stdb_guest_units(${folder} units)
    foreach(source IN LISTS units)
      _stdb_compile_to_wasm(${source} ${folder} "-DSTDB_TARGET=${number};${optimization};${STDB_MODULE_WARNINGS}" object)
      list(APPEND objects ${object})
    endforeach()
    add_custom_target(${target} DEPENDS ${objects})
    set_target_properties(${target} PROPERTIES STDB_OBJECTS "${objects}")
  endif()
  get_target_property(objects ${target} STDB_OBJECTS)
  set(${result_target} ${target} PARENT_SCOPE)
  set(${result_objects} ${objects} PARENT_SCOPE)
endfunction()

function(_stdb_link_module name folder number level objects guest_target guest_objects memory excluded)
  set(wasm ${CMAKE_BINARY_DIR}/wasm/${name}.wasm)
  set(linked ${folder}/${name}.linked.wasm)
  set(libraries ${STDB_WASM_LD})
  list(POP_FRONT libraries linker)  # the objects come first, so that what they define is not taken from libc
  get_filename_component(post ${STDB_FINISH_MODULE} DIRECTORY)
  file(GLOB scripts CONFIGURE_DEPENDS ${post}/*.py)
  add_custom_command(
    OUTPUT ${wasm} ${CMAKE_BINARY_DIR}/wasm/${name}.size.json
    COMMAND ${STDB_PYTHON} -B ${STDB_FINISH_MODULE} --input ${linked} --output ${wasm} --target ${number} --level=${level}
            --abi ${STDB_ABI_FOLDER} --wasm-opt ${STDB_WASM_OPT} --
            ${linker} ${objects} ${guest_objects} ${libraries} ${memory} -o ${linked}
    DEPENDS ${objects} ${guest_objects} ${scripts} ${STDB_ABI_FOLDER}/imports.def ${STDB_ABI_FOLDER}/exports.def
    COMMENT "Linking, stripping and checking wasm/${name}.wasm"
    VERBATIM)
  set(all ALL)
  if(excluded)
    set(all)
  endif()
  add_custom_target(${name} ${all} DEPENDS ${wasm})
  add_dependencies(${name} ${name}_objects ${guest_target})
  set_target_properties(${name} PROPERTIES STDB_WASM ${wasm})
endfunction()

cmake_policy(POP)
