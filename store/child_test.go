package store_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"leermoment/internal/event"
	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/store/storetest"
)

// The test binary runs itself as a second program when this says what to do.
const childTask = "LEERMOMENT_STORE_CHILD"

const (
	appendForever = "append-forever"
	takeNumbers   = "take-numbers"
	swapOnce      = "swap-once"
	openOnce      = "open-once"
)

func TestMain(m *testing.M) {
	switch task := os.Getenv(childTask); task {
	case "":
		os.Exit(m.Run())
	case appendForever, takeNumbers, swapOnce, openOnce:
		if err := child(context.Background(), task, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	default:
		os.Exit(2)
	}
}

func child(ctx context.Context, task, path string) error {
	if task == swapOnce {
		return swap(ctx, path)
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	if task == openOnce {
		fmt.Println(1)
		return s.Close()
	}
	if task == takeNumbers {
		for range perWriter {
			n, err := recordOne(ctx, s)
			if err != nil {
				return err
			}
			fmt.Println(n)
		}
		return s.Close()
	}
	for seq := 1; ; seq++ {
		if err := s.Write(ctx, func(tx office.Tx) error { return tx.Append(ctx, []event.Envelope{storetest.Fact("a", seq)}) }); err != nil {
			return err
		}
		fmt.Println(seq)
	}
}

// swap puts the copy that lies beside the file in its place, and says 1 before
// that and 2 after it.
func swap(ctx context.Context, path string) error {
	half, err := store.Bring(ctx, path+".copy", path)
	if err != nil {
		return err
	}
	fmt.Println(1)
	if _, err := store.Swap(ctx, path, half, morning); err != nil {
		return err
	}
	fmt.Println(2)
	return nil
}

// program is a second program on the same file.
type program struct {
	*exec.Cmd
	out *bufio.Scanner
}

func start(t *testing.T, task, path string) program {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], path)
	cmd.Env = append(os.Environ(), childTask+"="+task)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return program{cmd, bufio.NewScanner(out)}
}

// said reads the next number that the program acknowledged.
func (p program) said(t *testing.T) (n int, ok bool) {
	t.Helper()
	if !p.out.Scan() {
		return 0, false
	}
	n, err := strconv.Atoi(p.out.Text())
	if err != nil {
		t.Fatal(err)
	}
	return n, true
}
