# sdk/cmake/guest_in_tree.cmake: where stdb_add_module finds the guest's sources and headers in this tree. The installed
# package says the same of its own folders in stdb-config.cmake.
file(GLOB guest_sources CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/sdk/bsatn/src/*.cpp ${PROJECT_SOURCE_DIR}/sdk/query/src/*.cpp ${PROJECT_SOURCE_DIR}/sdk/module/src/*.cpp)
# The module has a violation() of its own, which panics.
list(FILTER guest_sources EXCLUDE REGEX "/sdk/bsatn/src/violation\\.cpp$")
file(GLOB shim_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/shim/src/*.c)
list(FILTER shim_sources EXCLUDE REGEX "/native\\.c$")
set(guest_includes)
foreach(room abi shim sdk/bsatn sdk/schema sdk/query sdk/module)
  list(APPEND guest_includes ${PROJECT_SOURCE_DIR}/${room}/include)
endforeach()
set(STDB_GUEST_SOURCES ${shim_sources} ${guest_sources} CACHE INTERNAL "")
set(STDB_GUEST_INCLUDES ${guest_includes} CACHE INTERNAL "")
set(STDB_GUEST_INCLUDE_FLAG -I CACHE INTERNAL "")
set(STDB_GUEST_FOLDER ${PROJECT_SOURCE_DIR} CACHE INTERNAL "")
set(STDB_ABI_FOLDER ${PROJECT_SOURCE_DIR}/abi/include/stdb/abi CACHE INTERNAL "")
set(STDB_FINISH_MODULE ${PROJECT_SOURCE_DIR}/shim/post/finish_module.py CACHE INTERNAL "")
set(STDB_MODULE_WARNINGS "" CACHE INTERNAL "")
if(PROJECT_IS_TOP_LEVEL)
  set(STDB_MODULE_WARNINGS ${STDB_WARNING_FLAGS} CACHE INTERNAL "")
endif()
