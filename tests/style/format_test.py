# tests/style/format_test.py: every C and C++ file is as clang-format leaves it: format_test.py ROOT CLANG_FORMAT.
import subprocess
import sys
from pathlib import Path

from our_files import CPP, our_files

root, clang_format = Path(sys.argv[1]), sys.argv[2]
files = our_files(root, CPP)
if not files:
    sys.exit(f"found no C++ file under {root}")
done = subprocess.run([clang_format, "--dry-run", "-Werror", "--ferror-limit=1", *map(str, files)], cwd=root)
if done.returncode != 0:
    sys.exit(f"Mend it with: {clang_format} -i FILE")
print(f"{len(files)} files are formatted")
