// Command leermoment handles the complaints of a small organisation in the
// terminal. This file wires the rooms together and does nothing else.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	debug.SetGCPercent(brief)
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup: it goes on without its terminal
		ends = append(ends, syscall.SIGHUP) // its window was closed
	}
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
