package spread

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"
)

func TestEachIsDoneOnceAndEveryErrorIsTold(t *testing.T) {
	var mu sync.Mutex
	done := make(map[int]int)
	err := Over(context.Background(), 100, 0, func(i int) error {
		mu.Lock()
		defer mu.Unlock()
		done[i]++
		if i%40 == 7 {
			return fmt.Errorf("error %d", i)
		}
		return nil
	})
	if err == nil || err.Error() != "error 7\nerror 47\nerror 87" {
		t.Errorf("%v", err)
	}
	for i := range 100 {
		if done[i] != 1 {
			t.Errorf("%d was done %d times", i, done[i])
		}
	}
	if err := Over(context.Background(), 0, 0, func(int) error { return errors.New("called") }); err != nil {
		t.Error(err)
	}
}

// TestNoMoreAreAtWorkThanMayBe: those that are wait until as many are there as may be,
// so that fewer would never end, and none comes on top.
func TestNoMoreAreAtWorkThanMayBe(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	for most, want := range map[int]int{0: 4, 1: 1, 3: 3, 9: 4} {
		var mu sync.Mutex
		at, all := 0, make(chan struct{})
		err := Over(context.Background(), want*3, most, func(int) error {
			mu.Lock()
			defer func() { at--; mu.Unlock() }()
			if at++; at > want {
				return fmt.Errorf("%d at work", at)
			}
			if at == want {
				select {
				case <-all:
				default:
					close(all)
				}
			}
			mu.Unlock()
			<-all
			time.Sleep(5 * time.Millisecond) // for any that comes on top
			mu.Lock()
			return nil
		})
		if err != nil {
			t.Errorf("at most %d: %v", most, err)
		}
	}
}

func TestWhatIsNotBegunIsLeftOnceNobodyWaits(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	ctx, stop := context.WithCancelCause(context.Background())
	why := errors.New("why")
	done := 0
	err := Over(ctx, 10, 0, func(i int) error {
		if done++; i == 2 {
			stop(why)
		}
		return nil
	})
	if !errors.Is(err, why) || done < 3 || done > 4 {
		t.Errorf("%v after %d", err, done)
	}
	if err := Over(ctx, 10, 0, func(int) error { done = 100; return nil }); !errors.Is(err, why) || done == 100 {
		t.Errorf("%v: something was begun", err)
	}
}
