// Package nav is how screens speak: the one interface they have and the few
// messages that the root understands. Screens never know each other.
//
// It imports theme only.
package nav

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/ui/theme"
)

// Size is the room for a screen's body, in cells.
type Size struct{ W, H int }

// Screen is one screen. Body is pure and fits its size; everything that takes
// time happens in commands.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) (Screen, tea.Cmd)
	Body(size Size) string
	Title() string  // left in the header
	Notice() string // the line above the keys; "" for none
	Keys() []Key    // what can be pressed now, most important first
	Typing() bool   // letters type and never act
}

// Cursored is a screen with a text cursor, relative to its body.
type Cursored interface {
	Cursor(size Size) (x, y int, ok bool)
}

// Leaver is a screen that has something to keep before it is left, or to stop.
type Leaver interface{ Leaving() tea.Cmd }

// Subjected is a screen with something under its cursor on which actions can be
// taken: its number, or "".
type Subjected interface{ Subject() string }

// Loader is a screen that is still being read when it comes up; until then it
// takes no keys.
type Loader interface{ Loading() bool }

// Key is one thing to press. Short ones stand on the bottom line.
type Key struct {
	Press string // "enter", "ctrl+s" … as people read it
	Label string
	Short bool
}

// Paper is something that is printed.
type Paper string

// The papers.
const (
	RegisterPaper Paper = "register"
	DossierPaper  Paper = "dossier"
	LetterPaper   Paper = "letter"
	FormPaper     Paper = "form"
)

// Choice is one of several things to choose from.
type Choice struct{ ID, Label, Hint, Detail string }

// Messages from screens to the root.
type (
	// Open opens a dossier or another subject.
	Open struct{ Subject string }
	// Inbox opens the Postvak, Experts the list of experts.
	Inbox   struct{}
	Experts struct{}
	// Measures opens the list of improvements.
	Measures struct{}
	// Agenda opens everything that is owed, Letters those that have to go out.
	Agenda  struct{}
	Letters struct{}
	// Supervision opens the overview of what goes wrong, History what happened.
	Supervision struct{}
	History     struct{}
	// NewComplaint opens the incident form; Draft continues a half-filled one.
	NewComplaint struct{ Draft string }
	// Act opens an action on a subject.
	Act struct{ Subject, Action, Draft string }
	// Choose asks which of a few actions it is to be.
	Choose struct {
		Subject string
		Actions []string
	}
	// Pick asks which of these it is to be; To turns the choice into a message.
	// Nothing is sent where nothing is chosen.
	Pick struct {
		Title   string
		Choices []Choice
		To      func(id string) tea.Msg
	}
	// Actions opens the list of actions on a subject.
	Actions struct{ Subject string }
	// Read shows a text in full, to be read; Copy is what of it y copies.
	Read struct{ Title, Text, Copy string }
	// Print prints a paper. Which is of several letters of a kind, as the office
	// counts them; Known as of when a dossier is meant, zero is now.
	Print struct {
		Paper                              Paper
		Subject, Kind, View, Search, Order string
		Which                              int
		Known                              time.Time
	}
	// Back leaves the screen.
	Back struct{}
	// Done leaves the screen since something was recorded; Text says what. With
	// Subject, that dossier is opened where it is not already below. Undoable says
	// that it can be taken back there.
	Done struct {
		Text, Subject string
		Undoable      bool
	}
	// Ask asks whether to go on and says what will happen then. Yes is sent where
	// that is answered with yes.
	Ask struct {
		Question, Follows string
		Yes               tea.Msg
	}
	// Say shows a sentence in the status line.
	Say struct{ Text string }
	// Copy puts a text on the clipboard of the terminal (OSC 52).
	Copy struct{ Text string }
)

// Messages from the root to screens.
type (
	// Changed says that the file was changed: read again, keep cursor and form. Where
	// others did it nobody waits for what is read.
	Changed struct{ ByOthers bool }
	// Aged says that time has passed: what is left of terms reads differently.
	Aged struct{}
	// Themed brings the styles of the session.
	Themed struct{ Styles theme.Styles }
)

// To is a command that sends a message.
func To(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
