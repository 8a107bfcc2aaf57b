package remote

import (
	"errors"
	"fmt"
	"log/slog"
	"path"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

var errTooMuch = errors.New("more input than is taken")

// shield keeps a fault in one person's program from the others: the program
// ends, and the log says where it broke and nothing of what it held.
type shield struct {
	tea.Model
	log  *slog.Logger
	quit func() // ends the program from outside
	once sync.Once
	fell atomic.Bool
}

// Init implements tea.Model.
func (s *shield) Init() (cmd tea.Cmd) {
	defer s.catch(&cmd)
	return s.wrap(s.Model.Init())
}

// Update implements tea.Model.
func (s *shield) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = s
	defer s.catch(&cmd)
	next, cmd := s.Model.Update(msg)
	s.Model = next
	return s, s.wrap(cmd)
}

// View implements tea.Model.
func (s *shield) View() (v tea.View) {
	defer func() {
		if recover() != nil {
			s.broke()
			go s.quit() // it is being drawn
		}
	}()
	if s.fell.Load() {
		return v
	}
	return s.Model.View()
}

func (s *shield) catch(cmd *tea.Cmd) {
	if recover() != nil {
		s.broke()
		*cmd = tea.Quit
	}
}

func (s *shield) broke() {
	s.once.Do(func() {
		s.log.Error("a session broke", "where", where())
		s.fell.Store(true)
	})
}

// wrap makes a command that cannot take the server down, those that it gives
// rise to included.
func (s *shield) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				s.broke()
				msg = tea.QuitMsg{}
			}
		}()
		msg = cmd()
		// several at once, or one after another: both are lists of commands
		if v := reflect.ValueOf(msg); v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			wrapped := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			for i := range v.Len() {
				wrapped.Index(i).Set(reflect.ValueOf(s.wrap(v.Index(i).Interface().(tea.Cmd))))
			}
			return wrapped.Interface()
		}
		return msg
	}
}

// where is the place in our own code that broke.
func where() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "leermoment/") && !strings.Contains(f.Function, "internal/remote") {
			return fmt.Sprintf("%s:%d", path.Base(f.File), f.Line)
		}
		if !more {
			return "unknown"
		}
	}
}
