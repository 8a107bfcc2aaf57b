// Package command is the command line, one file per subcommand.
//
// It may import office, paper, complaint, organisation, procedure, calendar and lang;
// the store, the screens and the demo are handed in by cmd.
package command

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/complaint"
	"leermoment/internal/lang"
	"leermoment/internal/office"
)

// Opened is an open file with its use cases. Daily makes the copy of the day where
// there is none yet, which may take its time; nil where none is kept.
type Opened struct {
	Office *office.Office
	Close  func() error
	Daily  func(ctx context.Context) error
}

// opener opens a file by its path.
type opener = func(ctx context.Context, path string, clock func() time.Time) (Opened, error)

// Screen is how the terminal program is started.
type Screen struct {
	Office  *office.Office
	Viewer  office.Viewer // zero: ask
	Subject string
	Lang    lang.Language
	Asked   bool                            // the language was asked for, and is not what the person prefers
	Linear  bool                            // line by line, as plain questions and answers
	Chosen  bool                            // --linear was given, whatever the person prefers
	Daily   func(ctx context.Context) error // makes the copy of the day, beside all else
}

// DemoRequest asks for a database of made-up cases.
type DemoRequest struct {
	File       string
	Complaints int
	Seed       int64
	Now        time.Time
}

// Edge is what the command line needs of the world.
type Edge struct {
	In       io.Reader
	Out, Err io.Writer
	Clock    func() time.Time
	Zone     *time.Location
	User     string // the operating system's user
	Database string // where the file is when --db is not given
	Build    Build
	Open     opener
	Look     opener // of a file that is there, and stays as it is
	Demo     func(ctx context.Context, r DemoRequest) error
	Bench    func(ctx context.Context, r BenchRequest) error
	TempFile func() (path string, remove func(), err error)
	ReadFile func(path string) ([]byte, error)
	// WriteFile makes a new file, only for its owner; it never overwrites one.
	WriteFile func(path string, content []byte) error
	// WritePages writes files by their path beneath a folder, for everybody to
	// read; it makes the folders and replaces what is there.
	WritePages func(dir string, pages map[string][]byte) error
	// Stays is told, before a file is opened, that the command takes long or stays
	// open; nil where there is nothing to prepare for that.
	Stays func() error
	// Waits says something to who still waits after a while, unless it is told before
	// that the waiting is over; nil where nobody waits.
	Waits    func(say func()) (over func())
	Screen   func(ctx context.Context, s Screen) error
	Terminal bool // Out is a terminal
	Asks     bool // somebody is at a terminal to answer
	Serve    func(ctx context.Context, s Serving) error
	Keys     func() Keys
	Keeper   Keeper
	// Remote is the command line of somebody at the other end of a line: the
	// file and who acts are given, and of the commands an explicit list.
	Remote bool
}

// flags are those that every command takes.
type flags struct {
	db, as, lang string
	json         bool
	linear       bool
}

// app is one run of the command line.
type app struct {
	edge  Edge
	asked lang.Language // by --lang, before the flags are read
	flags flags
}

// Root is the whole command line; its help speaks that language.
func Root(edge Edge, l lang.Language) *cobra.Command {
	a := &app{edge: edge, asked: l}
	s := a.words()
	root := &cobra.Command{
		Use:               "leermoment [SUBJECT]",
		Short:             s.T("command.root"),
		Example:           "  leermoment\n  leermoment demo\n  leermoment 2026-014\n  leermoment --linear",
		Args:              subjectOnly,
		Version:           edge.Build.say(s),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: a.before,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.stays(); err != nil {
				return err
			}
			return a.screen(cmd, first(args))
		},
	}
	a.linearFlag(root)
	p := root.PersistentFlags()
	a.flags.db, a.flags.as = edge.Database, edge.User
	if !edge.Remote {
		a.flags.as = ""
		p.StringVar(&a.flags.db, "db", edge.Database, s.T("command.flag-db"))
		p.StringVar(&a.flags.as, "as", "", s.T("command.flag-as"))
	}
	p.StringVar(&a.flags.lang, "lang", "", s.T("command.flag-lang"))
	p.BoolVar(&a.flags.json, "json", false, s.T("command.flag-json"))
	root.SetIn(edge.In)
	root.SetOut(edge.Out)
	root.SetErr(edge.Err)
	p.BoolP("help", "h", false, s.T("command.flag-help"))
	root.Flags().Bool("version", false, s.T("command.flag-version"))
	root.SetVersionTemplate("leermoment {{.Version}}\n")
	root.SetFlagErrorFunc(flagFault)
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.list(), a.show(), a.obligations(), a.actions(), a.do(), a.new(), a.staff(), a.procedure(), a.settings(), a.attachment(),
		a.form(), a.letter(), a.printing(), a.keys())
	if !edge.Remote {
		root.AddCommand(a.demo(), a.bench(), a.serve(), a.backup(), a.restore(), a.doctor(), a.completion(), a.man())
	}
	return root
}

// linearFlag lets a command that opens the terminal program do so line by line.
func (a *app) linearFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.flags.linear, linearName, false, a.words().T("command.flag-linear"))
}

const linearName = "linear"

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// words speaks the language of the flag, else Dutch; commands that have opened
// a file speak the organisation's.
func (a *app) words() *lang.Speaker {
	l, ok := lang.Parse(a.flags.lang)
	if !ok {
		l = a.asked
	}
	return lang.New(l, a.edge.Zone)
}

// before refuses what no command may be run with, and when a shell asks, tells what
// may stand where. Who is at the other end of a line gets nothing completed: cobra
// tells faults of that to the server's own output.
func (a *app) before(cmd *cobra.Command, _ []string) error {
	if strings.HasPrefix(cmd.Name(), cobra.ShellCompRequestCmd) {
		if a.edge.Remote {
			return unknownCommand(cmd.Root(), cmd.CalledAs())
		}
		a.completes(cmd.Root())
	}
	if a.flags.lang != "" && a.flags.lang != string(lang.NL) && a.flags.lang != string(lang.EN) {
		return complaint.Faults{{Field: "lang", Key: "choice", Args: map[string]string{"Choices": "nl, en"}}}
	}
	return nil
}
