package uitest_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"leermoment/ui/uitest"
)

// said and tick are messages of the program under test.
type (
	said string
	tick struct{}
)

// echo is a small program: it notes what it is told, and answers some keys.
type echo struct {
	first   tea.Cmd
	answers map[string]tea.Cmd
	heard   []string
	size    tea.WindowSizeMsg
	body    string
}

func say(text string) tea.Cmd { return func() tea.Msg { return said(text) } }

func (e echo) Init() tea.Cmd { return e.first }

func (e echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.size = msg
	case said:
		e.heard = append(e.heard, string(msg))
		return e, e.answers[string(msg)]
	case tick:
		e.heard = append(e.heard, "tick")
		return e, func() tea.Msg { return tick{} }
	case tea.PasteMsg:
		e.heard = append(e.heard, "paste "+msg.Content)
	case tea.MouseClickMsg:
		e.heard = append(e.heard, fmt.Sprint("click ", msg.X, " ", msg.Y))
	case tea.KeyPressMsg:
		e.heard = append(e.heard, msg.String())
		return e, e.answers[msg.String()]
	}
	return e, nil
}

func (e echo) View() tea.View {
	if e.body != "" {
		return tea.NewView(e.body)
	}
	return tea.NewView(fmt.Sprintf("\x1b[1m%d×%d\x1b[m\n%s", e.size.Width, e.size.Height, strings.Join(e.heard, ",")))
}

func heard(d *uitest.Driver) []string { return d.Model().(echo).heard }

func same(t *testing.T, d *uitest.Driver, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, heard(d)); diff != "" {
		t.Errorf("heard (-want +got):\n%s", diff)
	}
}

func TestItStartsWithTheSizeAndTheFirstCommands(t *testing.T) {
	d := uitest.New(t, echo{first: say("loaded")}, 80, 24)
	if diff := cmp.Diff([]string{"80×24", "loaded"}, d.Lines()[:2]); diff != "" {
		t.Error(diff)
	}
	if len(d.Lines()) != 24 {
		t.Errorf("%d lines of 24", len(d.Lines()))
	}
	d.Resize(40, 10)
	d.Contains(t, "40×10")
	d.Lacks(t, "80×24")
}

func TestCommandsRunUntilNoneAreLeft(t *testing.T) {
	d := uitest.New(t, echo{answers: map[string]tea.Cmd{
		"a": tea.Batch(say("one"), nil, say("two")), "one": say("one's answer"), "two": say("two's answer"),
	}}, 80, 24)
	d.Press("a")
	same(t, d, "a", "one", "two", "one's answer", "two's answer")
}

func TestASequenceKeepsItsOrderAndWaitsForABatchInIt(t *testing.T) {
	d := uitest.New(t, echo{answers: map[string]tea.Cmd{
		"a": tea.Sequence(say("1"), tea.Sequence(say("2"), tea.Batch(say("3"), say("4"))), say("5")),
	}}, 80, 24)
	d.Press("a")
	same(t, d, "a", "1", "2", "3", "4", "5")
}

func TestOnlyTheTicksThatATestNamesAreDropped(t *testing.T) {
	d := uitest.New(t, echo{first: tea.Batch(func() tea.Msg { return tick{} }, say("loaded"))}, 80, 24,
		func(msg tea.Msg) bool { return msg == tea.Msg(tick{}) })
	same(t, d, "loaded")
}

// stopped is the test that a driver is given to see it fail.
type stopped struct{ faults []string }

func (s *stopped) Helper() {}
func (s *stopped) Errorf(format string, args ...any) {
	s.faults = append(s.faults, fmt.Sprintf(format, args...))
}
func (s *stopped) Fatalf(format string, args ...any) {
	s.Errorf(format, args...)
	panic(s)
}

// failing runs a part of a test that must fail, and gives what it said.
func failing(t *testing.T, part func(tb uitest.TB)) string {
	t.Helper()
	s := &stopped{}
	func() {
		defer func() {
			if r := recover(); r != nil && r != any(s) {
				panic(r)
			}
		}()
		part(s)
	}()
	if len(s.faults) == 0 {
		t.Error("this should have failed")
	}
	return strings.Join(s.faults, "\n")
}

func TestATickThatIsNotNamedIsAFaultAndNoHang(t *testing.T) {
	got := failing(t, func(tb uitest.TB) {
		uitest.New(tb, echo{first: func() tea.Msg { return tick{} }}, 80, 24)
	})
	if !strings.Contains(got, "uitest_test.tick") {
		t.Errorf("the fault does not name the tick: %s", got)
	}
}

func TestAProgramThatHasLeftTakesNothing(t *testing.T) {
	d := uitest.New(t, echo{answers: map[string]tea.Cmd{"q": tea.Quit}}, 80, 24)
	if d.Left() {
		t.Error("left before q")
	}
	d.Press("q")
	if !d.Left() {
		t.Error("still there after q")
	}
	failing(t, func(tb uitest.TB) {
		d := uitest.New(tb, echo{first: tea.Quit}, 80, 24)
		d.Press("a")
	})
}

func TestTheClipboardCanBeRead(t *testing.T) {
	d := uitest.New(t, echo{answers: map[string]tea.Cmd{"y": tea.SetClipboard("2026-034")}}, 80, 24)
	d.Press("y", "y")
	if diff := cmp.Diff([]string{"2026-034", "2026-034"}, d.Copied()); diff != "" {
		t.Error(diff)
	}
}
