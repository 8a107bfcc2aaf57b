package uitest

import (
	"reflect"

	tea "charm.land/bubbletea/v2"
)

// TB is the part of testing.TB that a driver needs.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Driver drives one program. Ignore drops messages, such as those of timers;
// the commands behind them are run, so a program gets its timer handed in.
type Driver struct {
	Ignore func(tea.Msg) bool
	// Watch sees every screen that a person sees.
	Watch func(*Driver)

	tb            TB
	model         tea.Model
	view          tea.View
	width, height int
	keys, typed   int
	left          bool
	queue         []tea.Cmd
	copied        []string
}

// New starts a program in a window of width × height cells. ignore is Ignore
// for a program that already starts a timer when it begins.
func New(tb TB, model tea.Model, width, height int, ignore ...func(tea.Msg) bool) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: model, width: width, height: height}
	for _, drops := range ignore {
		d.Ignore = drops
	}
	d.add(model.Init())
	d.Resize(width, height)
	return d
}

// Resize makes the window another size.
func (d *Driver) Resize(width, height int) {
	d.tb.Helper()
	d.width, d.height = width, height
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Send gives the program a message and runs all that follows from it. After
// the program has left it takes nothing any more.
func (d *Driver) Send(msg tea.Msg) {
	d.tb.Helper()
	if d.left {
		d.tb.Fatalf("%T comes after the program has left", msg)
		return
	}
	d.deliver(msg)
	for n := 0; len(d.queue) > 0 && !d.left; n++ {
		next := d.queue[0]
		d.queue = d.queue[1:]
		brought := next()
		if n == most {
			d.tb.Fatalf("%d messages and no end, the last a %T: is it a timer's, to be ignored?", most, brought)
			return
		}
		d.take(brought)
	}
	d.view = d.model.View()
	if d.Watch != nil {
		d.Watch(d)
	}
}

// most is how many messages may follow from one: more would go on for ever.
const most = 10_000

// Left says whether the program has ended.
func (d *Driver) Left() bool { return d.left }

// Copied is what the program put on the clipboard.
func (d *Driver) Copied() []string { return d.copied }

func (d *Driver) add(cmd tea.Cmd) {
	if cmd != nil {
		d.queue = append(d.queue, cmd)
	}
}

func (d *Driver) deliver(msg tea.Msg) {
	model, cmd := d.model.Update(msg)
	d.model = model
	d.add(cmd)
}

// take handles what a command brought: a list of commands (a batch, or a
// sequence, whose type is not exported), the end, or a message.
func (d *Driver) take(msg tea.Msg) {
	if msg == nil {
		return
	}
	v := reflect.ValueOf(msg)
	if v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		var list []tea.Cmd
		for i := range v.Len() {
			if cmd, ok := v.Index(i).Interface().(tea.Cmd); ok && cmd != nil {
				list = append(list, cmd)
			}
		}
		d.queue = append(list, d.queue...)
		return
	}
	if _, ok := msg.(tea.QuitMsg); ok {
		d.left = true
		return
	}
	if v.Type() == reflect.TypeOf(tea.SetClipboard("")()) {
		d.copied = append(d.copied, v.String())
		return
	}
	if d.Ignore == nil || !d.Ignore(msg) {
		d.deliver(msg)
	}
}

// Model is the program as it stands.
func (d *Driver) Model() tea.Model { return d.model }
