package main

import (
	"runtime/debug"
	"time"

	"leermoment/internal/command"
)

// The linker sets these where a release is made (.goreleaser.yaml); nothing else
// does.
var version, commit, date string

// build is what the linker says of this program, else what the compiler noted
// of the source: the module's version, the commit and its date.
func build() command.Build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return built(version, commit, date, info)
}

func built(version, commit, date string, info *debug.BuildInfo) command.Build {
	noted := map[string]string{}
	for _, s := range info.Settings {
		noted[s.Key] = s.Value
	}
	b := command.Build{Version: version, Commit: commit, Changed: noted["vcs.modified"] == "true"}
	if b.Version == "" {
		b.Version = info.Main.Version
	}
	if b.Version == "" {
		b.Version = "(devel)"
	}
	if b.Commit == "" {
		b.Commit, date = noted["vcs.revision"], noted["vcs.time"]
	}
	b.Date, _ = time.Parse(time.RFC3339, date) // a program without a date is one all the same
	return b
}
