package architecture

import (
	"slices"
	"strings"
	"testing"
)

// arrows says which rooms of ours a room may import.
var arrows = map[string][]string{
	"internal/calendar":     {},
	"internal/event":        {},
	"internal/lang":         {},
	"internal/lang/ready":   {},
	"internal/architecture": {},
	"internal/spelling":     {},
	"internal/procedure":    {"internal/calendar"},
	"internal/complaint":    {"internal/procedure", "internal/calendar", "internal/event"},
	"internal/organisation": {"internal/calendar", "internal/procedure", "internal/event"},
	"internal/letter":       {"internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/paper":        {"internal/office", "internal/organisation", "internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/office":       {"internal/complaint", "internal/organisation", "internal/procedure", "internal/calendar", "internal/event"},
	"internal/wording":      {"internal/office", "internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/linear":       {"internal/wording", "internal/office", "internal/organisation", "internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/demo":         {"internal/office", "internal/complaint", "internal/procedure", "internal/calendar"},
	"internal/command":      {"internal/office", "internal/paper", "internal/wording", "internal/organisation", "internal/complaint", "internal/procedure", "internal/calendar", "internal/lang"},
	"internal/remote":       {"internal/office", "internal/lang"},
	"store":                 {"internal/complaint", "internal/procedure", "internal/event", "internal/office"},
	"store/storetest":       {"internal/complaint", "internal/procedure", "internal/event", "internal/office"},
	"ui/theme":              {},
	"ui/uitest":             {},
	"ui/nav":                {"ui/theme"},
	"ui/keymap":             {"internal/lang"},
	"ui/kit":                {"internal/lang", "ui/theme"},
	"ui/desk":               {"ui/kit", "ui/theme", "ui/nav", "internal/lang", "internal/office"},
	"ui/register":           screen,
	"ui/supervision":        screen,
	"ui/history":            screen,
	"ui/preferences":        screen,
	"ui/staff":              screen,
	"ui/papers":             screen,
	"ui/dossier":            screen,
	"ui/action":             screen,
	"ui/settings":           screen,
	"ui/setup":              screen,
	"ui":                    append([]string{"internal/organisation", "ui/register", "ui/dossier", "ui/action", "ui/papers", "ui/supervision", "ui/history", "ui/preferences", "ui/staff", "ui/settings", "ui/setup", "ui/keymap"}, screen...),
	"cmd/leermoment":        everything,
}

var (
	// screen is what a screen may import: never another screen, nor the store.
	screen = []string{"ui/desk", "ui/kit", "ui/theme", "ui/nav", "internal/wording", "internal/lang", "internal/office", "internal/complaint", "internal/procedure", "internal/calendar"}

	// everything is for the one room that wires the others.
	everything = []string{"internal", "store", "ui"}
)

// closed says what of the machine a room may not know, itself and all beneath
// it; "" is every room.
var closed = map[string][]string{
	"internal/calendar":     {"context", "log", "os", "net", "database", "syscall"},
	"internal/event":        {"context", "log", "os", "net", "database", "syscall"},
	"internal/procedure":    {"context", "log", "os", "net", "database", "syscall"},
	"internal/complaint":    {"context", "log", "os", "net", "database", "syscall"},
	"internal/organisation": {"context", "log", "os", "net", "database", "syscall"},
	"internal/office":       {"log", "os", "net", "database", "syscall"},
	"internal/linear":       {"log", "os", "net", "database", "syscall"},
	"internal/command":      {"os", "net", "database", "syscall"},
	"ui":                    {"log", "os", "net", "database", "syscall"},
}

// keepers says in which rooms alone a module, or a part of the standard
// library, is known.
var keepers = map[string][]string{
	"database/sql":               {"store"},
	"modernc.org/sqlite":         {"store"},
	"charm.land":                 {"ui", "cmd", "internal/remote"},
	"github.com/spf13":           {"internal/command"},
	"github.com/cpuguy83":        {"internal/command"},
	"github.com/adrg/xdg":        {"cmd"},
	"github.com/rickar/cal/v2":   {"internal/calendar"},
	"codeberg.org/go-pdf":        {"internal/paper"},
	"codeberg.org/go-fonts":      {"internal/paper"},
	"golang.org/x/image":         {"internal/paper"},
	"golang.org/x/sys":           {"store"},
	"golang.org/x/term":          {"internal/remote", "cmd"},
	"golang.org/x/crypto":        {"internal/organisation", "internal/remote"},
	"github.com/nicksnyder":      {"internal/lang"},
	"github.com/google/go-cmp":   {"store/storetest", "ui/uitest"},
	"pgregory.net/rapid":         {"store/storetest"},
	"github.com/BurntSushi":      {"internal/procedure", "internal/lang/ready", "internal/demo", "ui/keymap"},
	"crypto/rand":                {"cmd"},
	"math/rand":                  {"internal/demo"}, // made from its seed; the old package is refused below
	"github.com/rogpeppe":        {},                // tests alone
	"github.com/charmbracelet/x": {"ui", "internal/command"},
}

// tools are rooms that are used by tests alone; they read and write golden
// files, so the machine is theirs to know.
var tools = []string{"ui/uitest", "store/storetest"}

func TestArrowsPointInward(t *testing.T) {
	for _, r := range rooms(t) {
		for _, fault := range wrongArrows(r.name, r.imports()) {
			t.Error(fault)
		}
	}
}

// wrongArrows says which imports of a room the tables forbid.
func wrongArrows(name string, imports []string) []string {
	may, known := arrows[name]
	if !known {
		return []string{name + " is not in the table of arrows"}
	}
	var faults []string
	fault := func(imported, why string) { faults = append(faults, name+" must not import "+imported+": "+why) }
	for _, imported := range imports {
		ours, is := strings.CutPrefix(imported, module)
		if is && !slices.Contains(may, ours) && (name != "cmd/leermoment" || !under(ours, may...)) {
			fault(imported, "there is no such arrow")
		}
		if is && slices.Contains(tools, ours) {
			fault(imported, "that is for tests")
		}
		for room, machine := range closed {
			if under(name, room) && under(imported, machine...) && !slices.Contains(tools, name) {
				fault(imported, "what it needs of the machine is handed in")
			}
		}
		for kept, by := range keepers {
			if under(imported, kept) && !under(name, by...) {
				fault(imported, "only known in "+strings.Join(by, ", "))
			}
		}
		if imported == "math/rand" {
			fault(imported, "chance comes from math/rand/v2 and a seed")
		}
	}
	return faults
}

func TestWrongArrowsAreSeen(t *testing.T) {
	for name, imported := range map[string]string{
		"internal/complaint": "leermoment/internal/office",
		"internal/calendar":  "log/slog",
		"internal/event":     "context",
		"internal/procedure": "net/http",
		"internal/office":    "leermoment/store",
		"internal/demo":      "math/rand",
		"internal/command":   "leermoment/ui",
		"internal/letter":    "crypto/rand",
		"store":              "leermoment/store/storetest",
		"ui":                 "os/exec",
		"ui/register":        "leermoment/ui/dossier",
		"ui/dossier":         "leermoment/store",
		"ui/kit":             "leermoment/internal/complaint",
		"ui/action":          "database/sql",
		"ui/nowhere":         "strings",
	} {
		if len(wrongArrows(name, []string{imported})) == 0 {
			t.Errorf("%s may import %s, and should not", name, imported)
		}
	}
}

func TestEveryRoomSaysWhatItIsFor(t *testing.T) {
	for _, r := range rooms(t) {
		if len(r.files) > 0 && strings.TrimSpace(r.doc) == "" {
			t.Errorf("%s has no package comment", r.name)
		}
	}
}
