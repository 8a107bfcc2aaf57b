// Command leermoment handles the complaints of a small organisation in the
// terminal. This file wires the rooms together and does nothing else.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"leermoment/store"
)

func main() {
	if err := store.PoolPages(); err != nil {
		fmt.Fprintln(os.Stderr, "leermoment:", err) // before anybody's language is known
		os.Exit(1)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
