package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leermoment/ui/kit"
)

func registerTabs() []kit.Tab {
	return []kit.Tab{
		{ID: "todo", Label: "Te doen", Count: 7}, {ID: "mine", Label: "Mijn"},
		{ID: "overdue", Label: "Te laat", Count: 2}, {ID: "handling", Label: "In behandeling", Count: 11},
		{ID: "learning", Label: "Leren", Count: 9}, {ID: "completed", Label: "Afgerond", Count: 43},
		{ID: "all", Label: "Alle"},
	}
}

func active(tabs *kit.Tabs) string {
	id, _ := tabs.Active()
	return id
}

func TestTheActiveTabIsMarkedWithoutColour(t *testing.T) {
	tabs := kit.NewTabs(plain(), registerTabs()...)
	tabs.Select("overdue")
	for _, c := range []struct {
		width int
		want  string
	}{
		{90, " Te doen 7 │ Mijn │[Te laat 2]│ In behandeling 11 │ Leren 9 │ Afgerond 43 │ Alle"},
		{80, " Te doen 7 │ Mijn │[Te laat 2]│ In behandeling 11 │ Leren 9 │ Afgerond 43 │ Alle"},
		{70, "Te doen 7 │ Mijn │[Te laat 2]│ In behandeling 11 │ Leren 9 ›"},
		{20, "‹ Mijn │[Te laat 2]›"},
	} {
		if got := ansi.Strip(tabs.View(c.width)); got != c.want {
			t.Errorf("at %d\ngot  %q\nwant %q", c.width, got, c.want)
		}
	}
}

func TestKeysMoveBetweenTabs(t *testing.T) {
	tabs := kit.NewTabs(plain(), registerTabs()...)
	for _, step := range []struct{ key, want string }{
		{"left", "todo"}, {"right", "mine"}, {"l", "overdue"}, {"h", "mine"},
	} {
		if !tabs.Update(press(step.key)) || active(tabs) != step.want {
			t.Errorf("%s went to %s, want %s", step.key, active(tabs), step.want)
		}
	}
	if tabs.Update(press("down")) {
		t.Error("took a key that is the list's")
	}
	tabs.Turn(-2)
	if active(tabs) != "all" {
		t.Errorf("two back from the second is %s, want the last", active(tabs))
	}
	tabs.Turn(1)
	if active(tabs) != "todo" {
		t.Errorf("one on from the last is %s, want the first", active(tabs))
	}
}

func TestTheActiveTabStaysWhenCountsChange(t *testing.T) {
	tabs := kit.NewTabs(plain(), registerTabs()...)
	tabs.Select("learning")
	tabs.SetTabs(registerTabs()[2:]...)
	if active(tabs) != "learning" {
		t.Errorf("on %s", active(tabs))
	}
	tabs.SetTabs(registerTabs()[:2]...)
	if active(tabs) != "todo" {
		t.Errorf("on %s after its tab went, want the first", active(tabs))
	}
}

func TestAClickOpensTheTabUnderIt(t *testing.T) {
	tabs := kit.NewTabs(plain(), registerTabs()...)
	line := []rune(ansi.Strip(tabs.View(80)))
	at := strings.IndexRune(string(line), 'M')
	if !tabs.Click(at) || active(tabs) != "mine" {
		t.Errorf("a click at %d went to %s", at, active(tabs))
	}
	if tabs.Click(500) {
		t.Error("a click beside the tabs was taken")
	}
}

func TestTheActiveTabIsSeenInEveryWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, _ := anySize(t)
		all := make([]kit.Tab, rapid.IntRange(1, 12).Draw(t, "tabs"))
		for i := range all {
			all[i] = kit.Tab{ID: fmt.Sprint(i), Label: "x" + hostile().Draw(t, "label"), Count: i * 7}
		}
		tabs := kit.NewTabs(plain(), all...)
		tabs.Select(fmt.Sprint(rapid.IntRange(0, len(all)-1).Draw(t, "active")))
		view := tabs.View(width)
		fits(t, view, width, 1)
		if !strings.Contains(ansi.Strip(view), "[x") {
			t.Errorf("the active tab cannot be seen: %q", view)
		}
	})
}
