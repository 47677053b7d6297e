package vn.lgsp.registry.control.transform;

import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.RangeExpression;
import net.sf.saxon.expr.elab.BooleanEvaluator;
import net.sf.saxon.expr.elab.Elaborator;
import net.sf.saxon.expr.elab.FallbackElaborator;
import net.sf.saxon.expr.elab.ItemEvaluator;
import net.sf.saxon.expr.elab.PullEvaluator;
import net.sf.saxon.expr.elab.PushEvaluator;
import net.sf.saxon.expr.elab.StringEvaluator;
import net.sf.saxon.expr.elab.UnicodeStringEvaluator;
import net.sf.saxon.expr.instruct.TraceExpression;
import net.sf.saxon.expr.parser.RebindingMap;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.SequenceIterator;
import net.sf.saxon.om.StructuredQName;

/**
 * An expression of a stylesheet that looks at the {@link Watch} each time before it is evaluated, and at each item where it can have items without
 * end. It stands where Saxon puts expressions that are traced, so everything in Saxon that knows those knows it.
 */
final class Guard extends TraceExpression {
    private static final int MANY = 64;

    Guard(Expression guarded) {
        super(guarded);
    }

    /** Ranges and constants that are ranges: they have items without a step of the program for each. */
    static boolean endless(Expression guarded) {
        return guarded instanceof RangeExpression
                || guarded instanceof Literal literal
                        && literal.getGroundedValue().getLength() > MANY;
    }

    @Override
    public Expression copy(RebindingMap rebindings) {
        Guard copy = new Guard(getChild().copy(rebindings));
        copy.setLocation(getLocation());
        return copy;
    }

    @Override
    public int markTailFunctionCalls(StructuredQName name, int arity) {
        return getChild().markTailFunctionCalls(name, arity);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    protected int computeHashCode() {
        return super.computeHashCode();
    }

    @Override
    public Elaborator getElaborator() {
        return new Looking();
    }

    private static final class Looking extends FallbackElaborator {
        private Expression guarded() {
            return ((Guard) getExpression()).getChild();
        }

        @Override
        public PullEvaluator elaborateForPull() {
            PullEvaluator inner = guarded().makeElaborator().elaborateForPull();
            boolean many = endless(guarded());
            return context -> {
                Watch.tick();
                SequenceIterator items = inner.iterate(context);
                return many ? new EachItem(items) : items;
            };
        }

        @Override
        public PushEvaluator elaborateForPush() {
            PushEvaluator inner = guarded().makeElaborator().elaborateForPush();
            return (output, context) -> {
                Watch.tick();
                return inner.processLeavingTail(output, context);
            };
        }

        @Override
        public ItemEvaluator elaborateForItem() {
            ItemEvaluator inner = guarded().makeElaborator().elaborateForItem();
            return context -> {
                Watch.tick();
                return inner.eval(context);
            };
        }

        @Override
        public BooleanEvaluator elaborateForBoolean() {
            BooleanEvaluator inner = guarded().makeElaborator().elaborateForBoolean();
            return context -> {
                Watch.tick();
                return inner.eval(context);
            };
        }

        @Override
        public StringEvaluator elaborateForString(boolean emptyForNone) {
            StringEvaluator inner = guarded().makeElaborator().elaborateForString(emptyForNone);
            return context -> {
                Watch.tick();
                return inner.eval(context);
            };
        }

        @Override
        public UnicodeStringEvaluator elaborateForUnicodeString(boolean emptyForNone) {
            UnicodeStringEvaluator inner = guarded().makeElaborator().elaborateForUnicodeString(emptyForNone);
            return context -> {
                Watch.tick();
                return inner.eval(context);
            };
        }
    }

    /** Items one by one, each looked at. */
    private record EachItem(SequenceIterator items) implements SequenceIterator {
        @Override
        public Item next() {
            Watch.tick();
            return items.next();
        }

        @Override
        public void close() {
            items.close();
        }
    }
}
