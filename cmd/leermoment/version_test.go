package main

import (
	"runtime/debug"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"leermoment/internal/command"
)

func TestWhichProgramThisIs(t *testing.T) {
	info := func(module string, settings ...string) *debug.BuildInfo {
		i := &debug.BuildInfo{Main: debug.Module{Version: module}}
		for n := 0; n < len(settings); n += 2 {
			i.Settings = append(i.Settings, debug.BuildSetting{Key: settings[n], Value: settings[n+1]})
		}
		return i
	}
	noted := []string{"vcs.revision", "cd86087", "vcs.time", "2026-11-25T22:04:05Z", "vcs.modified", "true"}
	at := time.Date(2026, 11, 25, 22, 4, 5, 0, time.UTC)
	for name, tt := range map[string]struct {
		linker [3]string
		info   *debug.BuildInfo
		want   command.Build
	}{
		"a release":             {[3]string{"1.2.0", "abc", "2026-11-25T22:04:05Z"}, info("v0.0.1"), command.Build{Version: "1.2.0", Commit: "abc", Date: at}},
		"a build of the source": {[3]string{}, info("v0.0.1", noted...), command.Build{Version: "v0.0.1", Commit: "cd86087", Date: at, Changed: true}},
		"a test, or go run":     {[3]string{}, info(""), command.Build{Version: "(devel)"}},
	} {
		if diff := cmp.Diff(tt.want, built(tt.linker[0], tt.linker[1], tt.linker[2], tt.info)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
