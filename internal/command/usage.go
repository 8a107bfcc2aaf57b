package command

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leermoment/internal/lang"
	"leermoment/internal/organisation"
)

// wrong is a way of calling that cannot be followed, as a catalogue key and its
// data: cobra's own sentences are English only.
type wrong struct {
	code string
	exit int
	key  string
	args lang.Args
}

func (w wrong) Error() string { return w.key }

// misuse is a command called in a way that it does not have.
func misuse(key string, args lang.Args) wrong { return wrong{"usage", BadInput, key, args} }

// exactly wants one value for each of the words in the command's Use line.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }

func atMost(n int) cobra.PositionalArgs { return between(0, n) }

func between(low, high int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		about := lang.Args{"Use": useLine(cmd), "Command": cmd.CommandPath()}
		switch {
		case len(args) < low:
			return misuse("usage.too-few", about)
		case len(args) > high:
			about["Value"] = args[high]
			return misuse("usage.too-many", about)
		}
		return nil
	}
}

// group prints the help of a command that only has commands of its own.
func group(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(cmd, args[0])
	}
	return cmd.Help()
}

var subject = regexp.MustCompile(`^([NME]-)?[0-9]`)

// subjectOnly takes a SUBJECT or nothing: what does not look like one was meant
// as a command.
func subjectOnly(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && args[0] != organisation.Stream && !subject.MatchString(args[0]) {
		return unknownCommand(cmd, args[0])
	}
	return atMost(1)(cmd, args)
}

func unknownCommand(cmd *cobra.Command, name string) error {
	about := lang.Args{"Value": name, "Command": cmd.CommandPath()}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		about["Meant"] = cmd.CommandPath() + " " + near[0]
		return misuse("usage.unknown-command-meant", about)
	}
	return misuse("usage.unknown-command", about)
}

// flagFault says what is wrong with a flag.
func flagFault(cmd *cobra.Command, err error) error {
	about := lang.Args{"Command": cmd.CommandPath()}
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		about["Flag"] = dashed(unknown.GetSpecifiedName())
		if letters := unknown.GetSpecifiedShortnames(); letters != "" {
			about["Flag"] = "-" + letters
		}
		return misuse("usage.unknown-flag", about)
	case errors.As(err, &empty):
		about["Flag"] = dashed(empty.GetSpecifiedName())
		return misuse("usage.flag-empty", about)
	case errors.As(err, &value):
		about["Flag"], about["Value"] = dashed(value.GetFlag().Name), value.GetValue()
		if errors.Is(err, strconv.ErrSyntax) && strings.HasPrefix(value.GetFlag().Value.Type(), "int") {
			return misuse("usage.flag-number", about)
		}
		return misuse("usage.flag-value", about)
	}
	return misuse("usage.flags", about)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// spoken finds --lang and --json in the arguments before they are read in full:
// help and faults of reading them need to know already.
func spoken(args []string) (language string, asJSON bool) {
	for i, arg := range args {
		name, value, given := strings.Cut(arg, "=")
		switch {
		case arg == "--":
			return language, asJSON
		case name == "--lang" && given:
			language = value
		case name == "--lang" && i+1 < len(args):
			language = args[i+1]
		case name == "--json":
			asJSON = !given || value == "true"
		}
	}
	return language, asJSON
}
