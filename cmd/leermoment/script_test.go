package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram tells the test binary that it is the program.
const asProgram = "LEERMOMENT_AS_PROGRAM"

// The scripts in testdata/script are the manual of the command line: each one
// tells what a person types and what he reads.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			env.Setenv(asProgram, "1")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // the race detector waits a second at each exit
			return nil
		},
		Condition: func(name string) (bool, error) { return name == "root" && os.Getuid() == 0, nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"leermoment": leermoment, "code": code, "fields": fields, "value": value, "plain": plain, "ago": ago, "big": big,
			"number": number, "measure": number, "newest": newest, "answers": answers, "half": half,
		},
	})
}

// TestProgram is the program itself, for the scripts.
func TestProgram(t *testing.T) {
	if os.Getenv(asProgram) == "" {
		t.Skip("the scripts run this")
	}
	os.Exit(run(context.Background(), flag.Args()))
}

func program(ts *testscript.TestScript, args []string) string {
	self, err := os.Executable()
	ts.Check(err)
	err = ts.Exec(self, append([]string{"-test.run=^TestProgram$", "--"}, args...)...)
	if err == nil {
		return "0"
	}
	return strings.TrimPrefix(err.Error(), "exit status ")
}

// leermoment … runs the program and wants it to be done.
func leermoment(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("say which: code N leermoment …")
	}
	expect(ts, "0", args)
}

// code N leermoment … runs the program and wants this exit code.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] != "leermoment" {
		ts.Fatalf("usage: code N leermoment …")
	}
	expect(ts, args[0], args[2:])
}

func expect(ts *testscript.TestScript, want string, args []string) {
	if got := program(ts, args); got != want {
		ts.Fatalf("exit code %s, want %s", got, want)
	}
}

// fields PATH NAME … wants exactly these names in the JSON object at the path.
func fields(ts *testscript.TestScript, neg bool, args []string) {
	object, ok := at(ts, args[0]).(map[string]any)
	if !ok {
		ts.Fatalf("%s is no object", args[0])
	}
	var got []string
	for name := range object {
		got = append(got, name)
	}
	want := append([]string{}, args[1:]...)
	sort.Strings(got)
	sort.Strings(want)
	if reflect.DeepEqual(got, want) == neg {
		ts.Fatalf("%s has the fields\n%v, want\n%v", args[0], got, want)
	}
}

// value PATH JSON wants this value there; a path that ends in count counts.
func value(ts *testscript.TestScript, neg bool, args []string) {
	var want any
	if err := json.Unmarshal([]byte(args[1]), &want); err != nil {
		want = args[1]
	}
	if got := at(ts, args[0]); reflect.DeepEqual(got, want) == neg {
		ts.Fatalf("%s is %#v, want %#v (not: %v)", args[0], got, want, neg)
	}
}

// at finds a value in the JSON on standard output, or on standard error where
// the path begins with "error". In a list a step is a place, or NAME=VALUE for
// the first element that has it; count is how many there are.
func at(ts *testscript.TestScript, path string) any {
	stream := "stdout"
	if strings.HasPrefix(path, "error") {
		stream = "stderr"
	}
	text := ts.ReadFile(stream)
	if stream == "stderr" && strings.Count(text, "\n") != 1 {
		ts.Fatalf("an error is one line of JSON, not:\n%s", text)
	}
	var v any
	ts.Check(json.Unmarshal([]byte(text), &v))
	for _, step := range strings.Split(strings.Trim(path, "."), ".") {
		if step != "" {
			v = child(ts, v, step)
		}
	}
	return v
}

func child(ts *testscript.TestScript, v any, step string) any {
	list, ok := v.([]any)
	if !ok {
		object, _ := v.(map[string]any)
		found, ok := object[step]
		if !ok {
			ts.Fatalf("no %s in %v", step, v)
		}
		return found
	}
	if step == "count" {
		return float64(len(list))
	}
	name, want, named := strings.Cut(step, "=")
	for i, x := range list {
		object, _ := x.(map[string]any)
		if named && object[name] == want || !named && json.Number(step) == json.Number(string(rune('0'+i))) {
			return x
		}
	}
	ts.Fatalf("no %s in a list of %d", step, len(list))
	return nil
}

// plain wants no control sequence and no colour in what was printed.
func plain(ts *testscript.TestScript, _ bool, _ []string) {
	for _, stream := range []string{"stdout", "stderr"} {
		for _, r := range ts.ReadFile(stream) {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
				ts.Fatalf("%s has the control character %q", stream, r)
			}
		}
	}
}

// ago NAME DAYS [HH:MM] sets a variable to that time, or the day, of so many days ago.
func ago(ts *testscript.TestScript, _ bool, args []string) {
	days, err := time.ParseDuration(args[1] + "h")
	ts.Check(err)
	day := time.Now().Add(-days * 24)
	ts.Setenv(args[0], strings.TrimSpace(day.Format("2006-01-02 ")+strings.Join(args[2:], "")))
}

// number NAME FILE sets a variable to the complaint's number that a file has;
// measure NAME FILE to the number of its first measure.
func number(ts *testscript.TestScript, _ bool, args []string) {
	prefix := map[string]string{"N": "", "M": "M-"}[args[0]]
	ts.Setenv(args[0], prefix+strings.TrimSpace(ts.ReadFile(args[1])))
}

// newest NAME sets a variable to the first number of the list just printed.
func newest(ts *testscript.TestScript, _ bool, args []string) {
	n, _ := at(ts, "0.number").(string)
	ts.Setenv(args[0], n)
}

// answers … puts what somebody answers, a line each, into the file answers.
func answers(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs("answers"), []byte(strings.Join(args, "\n")+"\n"), 0o600))
}

// half FILE cuts a file in two and leaves the first part.
func half(ts *testscript.TestScript, _ bool, args []string) {
	whole := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(whole[:len(whole)/2]), 0o600))
}

// big FILE N makes a JSON object whose description has N letters.
func big(ts *testscript.TestScript, _ bool, args []string) {
	n, err := json.Number(args[1]).Int64()
	ts.Check(err)
	text, err := json.Marshal(map[string]string{"channel": "phone", "complainant_kind": "client", "complainant_name": "A. Voorbeeld",
		"subject": "Lang", "description": strings.Repeat("x", int(n))})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), text, 0o600))
}
