package uitest_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/uitest"
)

func TestAKeyHasTheNameThatBubbleTeaGivesIt(t *testing.T) {
	for _, name := range []string{
		"enter", "esc", "tab", "shift+tab", "ctrl+s", "ctrl+c", "ctrl+p", "ctrl+left", "alt+b", "ctrl+shift+end",
		"up", "down", "pgup", "pgdown", "home", "end", "backspace", "delete", "space", "f1", "f12",
		"a", "G", "é", "/", "?", ":", "+", "1", "👍🏽",
	} {
		key, err := uitest.Key(name)
		if err != nil || key.String() != name {
			t.Errorf("%q became %q, %v", name, key.String(), err)
		}
	}
	for _, name := range []string{"", "entre", "page up", "ctrl+"} {
		if key, err := uitest.Key(name); err == nil {
			t.Errorf("%q became %q", name, key.String())
		}
	}
}

func TestLettersAndKeysAreCountedApart(t *testing.T) {
	d := uitest.New(t, echo{}, 80, 24)
	d.Press("tab", "ctrl+s", "n")
	d.Type("Één 👍🏽")
	d.Paste("twee\nregels")
	if d.Keys() != 3 || d.TypedKeys() != 5 {
		t.Errorf("%d keys and %d letters, want 3 and 5", d.Keys(), d.TypedKeys())
	}
	same(t, d, "tab", "ctrl+s", "n", "É", "é", "n", "space", "👍🏽", "paste twee\nregels")
	failing(t, func(tb uitest.TB) { uitest.New(tb, echo{}, 80, 24).Type("een\ntwee") })
	failing(t, func(tb uitest.TB) { uitest.New(tb, echo{}, 80, 24).Press("entre") })
}

func TestASpaceTypesASpace(t *testing.T) {
	if key, _ := uitest.Key("space"); key.Text != " " {
		t.Errorf("space types %q", key.Text)
	}
}

// spots is a program whose view knows what was clicked on.
type spots struct{ echo }

func (s spots) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := s.echo.Update(msg)
	return spots{next.(echo)}, cmd
}

func (s spots) View() tea.View {
	v := s.echo.View()
	v.OnMouse = func(msg tea.MouseMsg) tea.Cmd {
		if _, click := msg.(tea.MouseClickMsg); !click {
			return nil
		}
		return say("spot")
	}
	return v
}

func TestAClickReachesTheViewAndTheProgram(t *testing.T) {
	d := uitest.New(t, spots{}, 80, 24)
	d.Click(3, 4)
	d.Contains(t, "click 3 4,spot")
}
