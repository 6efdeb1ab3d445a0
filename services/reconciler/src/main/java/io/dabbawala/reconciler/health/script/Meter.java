package io.dabbawala.reconciler.health.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.DebugLib;

/** What one run of a script may cost. LuaJ tells it of every call and instruction. */
final class Meter extends DebugLib {

    static final int STEPS = 2_000_000;
    static final int BYTES = 32 << 20;
    static final int CALLS = 190;

    private static final int TABLE = 128;
    private static final int ENTRY = 96;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private @Nullable Frame current;
    private @Nullable String unjoined;
    private @Nullable String mistake;
    private int newTable; // the instruction that LuaJ made a table by just now, or none
    private int line;
    private int steps = STEPS;
    private long bytes = BYTES;

    /** One instruction, or one step of what a library does. */
    void step() {
        if (--steps < 0) {
            throw new Exhausted("the script takes more than %d steps".formatted(STEPS));
        }
    }

    void steps(int count) {
        steps = Math.max(steps - count, 0);
        step();
    }

    /** Before so much is made. */
    void bytes(long count) {
        bytes -= count;
        if (bytes < 0) {
            throw new Exhausted("the script makes more than %d bytes".formatted(BYTES));
        }
    }

    /** Where the script is. */
    int line() {
        return line;
    }

    @Override
    public void onCall(LuaFunction function) {}

    @Override
    public void onCall(LuaClosure function, Varargs arguments, LuaValue[] registers) {
        if (frames.size() >= CALLS) {
            throw new LuaError("stack overflow");
        }
        bytes(8L * registers.length);
        current = new Frame(function, registers);
        frames.push(current);
    }

    @Override
    public void onReturn() {
        frames.poll();
        current = frames.peek();
    }

    @Override
    public void onInstruction(int position, Varargs rest, int top) {
        step();
        var frame = current;
        if (frame == null) {
            return;
        }
        frame.moveTo(position);
        line = frame.line();
        remembering(frame.registers());
        int instruction = frame.instruction();
        switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_CONCAT -> concatenated(instruction, frame.registers());
            case Lua.OP_NEWTABLE -> {
                bytes(TABLE);
                newTable = instruction;
            }
            case Lua.OP_CLOSURE -> bytes(TABLE);
            case Lua.OP_SETTABLE, Lua.OP_SETTABUP -> bytes(ENTRY);
            case Lua.OP_SETLIST -> bytes((long) ENTRY * Math.max(top, Lua.GETARG_B(instruction)));
            case Lua.OP_VARARG -> bytes(8L * rest.narg());
            default -> {}
        }
    }

    /** LuaJ cannot be told to make another kind of table: before it is used it becomes one. */
    private void remembering(LuaValue[] registers) {
        if (newTable != 0) {
            registers[Lua.GETARG_A(newTable)] =
                    new OrderedTable(
                            this, size(Lua.GETARG_B(newTable)), size(Lua.GETARG_C(newTable)));
            newTable = 0;
        }
    }

    /** As a table's instruction writes it: a byte with an exponent. */
    private static int size(int written) {
        int exponent = written >> 3;
        return exponent == 0 ? written : (written & 7 | 8) << exponent - 1;
    }

    /** Numbers become what they look like in this dialect before LuaJ writes them its own way. */
    private void concatenated(int instruction, LuaValue[] registers) {
        long length = 0;
        int first = Lua.GETARG_B(instruction);
        int last = Lua.GETARG_C(instruction);
        unjoined = Frame.unjoined(registers, first, last);
        for (int i = first; i <= last; i++) {
            if (registers[i].type() == LuaValue.TNUMBER) {
                registers[i] = LuaString.valueOf(Numbers.text(registers[i].todouble()));
            }
            length += registers[i] instanceof LuaString text ? text.length() : 0;
        }
        bytes(length);
    }

    /** LuaJ asks for it where something fails, while the function that failed is still there. */
    @Override
    public String traceback(int level) {
        var frame = current;
        if (frame != null) {
            mistake =
                    Lua.GET_OPCODE(frame.instruction()) == Lua.OP_CONCAT
                            ? unjoined
                            : frame.mistake();
        }
        return "";
    }

    /** Why the instruction that failed last could not be carried out; it is told once. */
    Optional<String> mistake() {
        var told = Optional.ofNullable(mistake);
        mistake = null;
        return told;
    }
}
