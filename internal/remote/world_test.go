package remote_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// The server is the real program, the clients are the real OpenSSH, each in a
// terminal of tmux.

// patience is how long a test waits for what has to come.
const patience = 30 * time.Second

var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "leermoment-remote-")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "leermoment")
	out, err := exec.Command("go", "build", "-o", bin, "leermoment/cmd/leermoment").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return bin, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if bin, err := program(); err == nil {
		_ = os.RemoveAll(filepath.Dir(bin))
	}
	os.Exit(code)
}

// needs wants programs that are installed; in CI they have to be.
func needs(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		if _, err := exec.LookPath(name); err == nil {
			continue
		}
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// house is an office on disk with its staff, each with a key.
type house struct {
	t        testing.TB
	bin, dir string
	server   *exec.Cmd
	log      *logged
	port     string
}

// The staff of the house by login.
var staff = map[string]string{"dirk": "director", "omar": "office-manager", "petra": "project-leader", "joost": "project-leader"}

func newHouse(t testing.TB) *house {
	t.Helper()
	h := emptyHouse(t)
	h.local("", "staff", "add", "dirk", "--name", "Dirk Demo", "--role", "director", "--organisation", "Opleiders Proef")
	for login, role := range staff { // in any order
		if login != "dirk" {
			h.local("dirk", "staff", "add", login, "--name", strings.ToUpper(login[:1])+login[1:]+" Demo", "--role", role)
		}
		h.local("dirk", "staff", "key", login, h.key(login)+".pub")
	}
	h.local("dirk", "staff", "default-owner", "petra")
	return h
}

func emptyHouse(t testing.TB) *house {
	t.Helper()
	needs(t, "ssh", "ssh-keygen")
	bin, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return &house{t: t, bin: bin, dir: t.TempDir()}
}

func (h *house) db() string { return filepath.Join(h.dir, "leermoment.db") }

// key makes a key of that name where there is none yet, and gives its file.
func (h *house) key(name string) string {
	h.t.Helper()
	file := filepath.Join(h.dir, "key-"+name)
	if _, err := os.Stat(file); err != nil {
		if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file).CombinedOutput(); err != nil {
			h.t.Fatalf("%v: %s", err, out)
		}
	}
	return file
}

// local runs a command on the machine itself.
func (h *house) local(as string, args ...string) string {
	h.t.Helper()
	args = append([]string{"--db", h.db()}, args...)
	if as != "" {
		args = append(args, "--as", as)
	}
	out, err := h.run(args...)
	if err != nil {
		h.t.Fatalf("%v: %v: %s", args, err, problem(err))
	}
	return out
}

func (h *house) run(args ...string) (string, error) {
	out, err := exec.Command(h.bin, args...).Output()
	return string(out), err
}

func problem(err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return string(exit.Stderr)
	}
	return ""
}

// complaint records one on the machine itself.
func (h *house) complaint(subject string, more ...string) string {
	h.t.Helper()
	args := []string{"new", "--json", "--field", "channel=phone", "--field", "complainant_kind=client", "--field", "complainant_name=B. Voorbeeld",
		"--field", "subject=" + subject, "--field", "description=Het ging mis.", "--field", "email=b@example.org"}
	for _, f := range more {
		args = append(args, "--field", f)
	}
	return regexp.MustCompile(`\d{4}-\d{3,}`).FindString(h.local("omar", args...))
}

// logged is what the server writes, line by line.
type logged struct {
	mu    sync.Mutex
	text  bytes.Buffer
	ready chan string
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

var listens = regexp.MustCompile(`127\.0\.0\.1:(\d+)`)

func (l *logged) follow(r io.Reader) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		l.mu.Lock()
		l.text.WriteString(lines.Text() + "\n")
		l.mu.Unlock()
		if m := listens.FindStringSubmatch(lines.Text()); m != nil {
			select {
			case l.ready <- m[1]:
			default:
			}
		}
	}
}

// serve starts the server, on the port where it was before.
func (h *house) serve(args ...string) {
	h.t.Helper()
	port := h.port
	if port == "" {
		port = "0"
	}
	h.server = exec.Command(h.bin, append([]string{"--db", h.db(), "serve", "--listen", "127.0.0.1:" + port}, args...)...)
	out, err := h.server.StderrPipe()
	if err != nil {
		h.t.Fatal(err)
	}
	if err := h.server.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.log = &logged{ready: make(chan string, 1)}
	go h.log.follow(out)
	h.t.Cleanup(h.kill)
	select {
	case h.port = <-h.log.ready:
	case <-time.After(patience):
		h.t.Fatalf("the server does not listen:\n%s", h.log)
	}
}

// kill ends the server as a power cut does.
func (h *house) kill() {
	if h.server != nil {
		_ = h.server.Process.Kill()
		_ = h.server.Wait()
		h.server = nil
	}
}

// stop asks the server to stop, and gives how it ended.
func (h *house) stop() error {
	h.t.Helper()
	if err := h.server.Process.Signal(os.Interrupt); err != nil {
		h.t.Fatal(err)
	}
	err := h.server.Wait()
	h.server = nil
	return err
}

// options are those of every ssh here: nothing of the machine's own settings.
func (h *house) options(key string) []string {
	return []string{"-F", "none", "-p", h.port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
		"-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "ConnectTimeout=10", "-o", "BatchMode=yes", "-i", h.key(key)}
}

// answer is what a command over SSH gave.
type answer struct {
	code     int
	out, err string
}

// ssh runs one command as somebody, with his own key.
func (h *house) ssh(login, input string, command ...string) answer {
	h.t.Helper()
	return h.client("ssh", input, append(h.options(login), append([]string{login + "@127.0.0.1"}, command...)...)...)
}

// client runs one of OpenSSH's programs.
func (h *house) client(name, input string, args ...string) answer {
	h.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8")
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &out, &errs
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return answer{-1, out.String(), err.Error()}
	}
	return answer{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// terminal is tmux with one program in it.
type terminal struct {
	h      *house
	socket string
}

func (h *house) terminal(width, height int, command ...string) *terminal {
	h.t.Helper()
	needs(h.t, "tmux")
	t := &terminal{h, filepath.Join(h.dir, fmt.Sprintf("tmux-%d", time.Now().UnixNano()))}
	quoted := make([]string, len(command))
	for i, c := range command {
		quoted[i] = "'" + strings.ReplaceAll(c, "'", `'\''`) + "'"
	}
	t.tmux("new-session", "-d", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height), strings.Join(quoted, " ")+"; echo EXIT=$?; exec cat")
	t.tmux("set-option", "-g", "status", "off")
	t.tmux("resize-window", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height))
	h.t.Cleanup(func() { _ = exec.Command("tmux", "-S", t.socket, "kill-server").Run() })
	return t
}

// login is a person in the terminal program over SSH.
func (h *house) login(login string, width, height int) *terminal {
	h.t.Helper()
	return h.terminal(width, height, append(append([]string{"ssh"}, h.options(login)...), login+"@127.0.0.1")...)
}

func (t *terminal) tmux(args ...string) string {
	t.h.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", t.socket, "-f", "/dev/null"}, args...)...).CombinedOutput()
	if err != nil {
		t.h.t.Fatalf("tmux %v: %v: %s", args, err, out)
	}
	return string(out)
}

func (t *terminal) press(keys ...string) {
	t.h.t.Helper()
	for _, k := range keys {
		t.tmux("send-keys", k)
	}
}

func (t *terminal) types(text string) {
	t.h.t.Helper()
	t.tmux("send-keys", "-l", text)
}

func (t *terminal) screen() string {
	t.h.t.Helper()
	return t.tmux("capture-pane", "-p")
}

// sees waits until all these stand on the screen.
func (t *terminal) sees(texts ...string) {
	t.h.t.Helper()
	t.until(fmt.Sprintf("%q", texts), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// until looks again and again; asking tmux takes its time by itself.
func (t *terminal) until(what string, done func(screen string) bool) {
	t.h.t.Helper()
	var screen string
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if screen = t.screen(); done(screen) {
			return
		}
	}
	t.h.t.Fatalf("%s does not come:\n%s\nserver:\n%s", what, screen, t.h.log)
}

// reachable says whether something listens there.
func reachable(address string) bool {
	c, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return false
	}
	_ = c.Close()
	return true
}
