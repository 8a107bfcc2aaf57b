package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/procedure"
	"leermoment/internal/wording"
)

// ErrNoTerminal says that the terminal program was started where there is none.
var ErrNoTerminal = errors.New("not a terminal")

// ErrRemotePath says that somebody over SSH named a file: none is opened.
var ErrRemotePath = errors.New("no file is opened over SSH")

// The exit codes of the contract.
const (
	Done         = 0
	Failed       = 1
	BadInput     = 2
	NotPermitted = 3
	NotFound     = 4
	Stale        = 5
	Unverified   = 6
)

// Fault is one wrong field, said to a person.
type Fault struct {
	Name    string `json:"name"`
	Message string `json:"message"`
}

// failure is what went wrong, as it is said and as it exits.
type failure struct {
	Code    string  `json:"code"`
	Message string  `json:"message"`
	Rule    string  `json:"rule"`
	Fields  []Fault `json:"fields"`

	exit int
}

// explain says an error in a sentence.
func explain(err error, s *lang.Speaker) failure {
	var refusal *complaint.Refusal
	var faults complaint.Faults
	var broken procedure.Faults
	var w wrong
	var stopped Stopped
	f := failure{Fields: []Fault{}, Message: err.Error()}
	switch {
	case errors.As(err, &refusal):
		f.Code, f.exit, f.Rule, f.Message = "refused", NotPermitted, refusal.Rule, s.Refusal(refusal.Key, refusal.Args)
	case errors.As(err, &faults):
		f.Code, f.exit, f.Message = "bad-input", BadInput, s.N("command.faults", len(faults))
		for _, x := range faults {
			f.Fields = append(f.Fields, Fault{x.Field, s.Fault(x.Key, x.Args)})
		}
	case errors.As(err, &broken):
		f.Code, f.exit = "bad-input", BadInput
		for _, x := range broken {
			f.Fields = append(f.Fields, Fault{wording.Place(x), wording.Fault(s, x)})
		}
		f.Message = s.N("command.procedure-faults", len(broken))
	case errors.Is(err, office.ErrNotFound):
		f.Code, f.exit, f.Message = "not-found", NotFound, s.T("command.not-found")
	case errors.Is(err, office.ErrStale):
		f.Code, f.exit, f.Message = "stale", Stale, s.T("command.stale")
	case errors.Is(err, ErrNoTerminal):
		f.Code, f.exit, f.Message = "usage", BadInput, s.T("command.no-terminal")
	case errors.As(err, &w):
		f.Code, f.exit, f.Message = w.code, w.exit, s.T(w.key, w.args)
	case errors.As(err, &stopped):
		f.Code, f.exit, f.Message = "stopped", Failed, s.N("command.demo-stopped", stopped.Complaints, lang.Args{"File": stopped.File})
	case errors.Is(err, office.ErrForeign):
		f.Code, f.exit, f.Message = "bad-input", BadInput, fileTrouble(err, s)
	default:
		f.Code, f.exit = "failed", Failed
		f.Message = fileTrouble(err, s)
	}
	return f
}

// fileTrouble says what is wrong with the file, or with the machine in its own
// words.
func fileTrouble(err error, s *lang.Speaker) string {
	var trouble *office.Trouble
	if errors.As(err, &trouble) {
		return s.Refusal(trouble.Refused())
	}
	return s.T("command.failed", lang.Args{"Why": err.Error()})
}

// Run runs the command line and gives its exit code.
func Run(ctx context.Context, edge Edge, args []string) int {
	language, asJSON := spoken(args)
	asked, ok := lang.Parse(language)
	if !ok {
		asked = lang.NL
	}
	root := Root(edge, asked)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return Done
	}
	lookup, _ := root.PersistentFlags().GetString("lang")
	l, ok := lang.Parse(lookup)
	if !ok {
		l = asked
	}
	f := explain(err, lang.New(l, edge.Zone))
	f.write(edge.Err, asJSON)
	return f.exit
}

func (f failure) write(w io.Writer, asJSON bool) {
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(map[string]failure{"error": f}) // nobody is left to tell
		return
	}
	fmt.Fprintln(w, lang.PlainLines(f.Message))
	for _, x := range f.Fields {
		fmt.Fprintf(w, "  %s: %s\n", lang.Plain(x.Name), lang.PlainLines(x.Message))
	}
}
