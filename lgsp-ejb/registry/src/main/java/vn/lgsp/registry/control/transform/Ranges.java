package vn.lgsp.registry.control.transform;

import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.Operand;
import net.sf.saxon.expr.RangeExpression;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.parser.XPathParser;
import net.sf.saxon.functions.hof.UserFunctionReference;
import net.sf.saxon.pattern.PatternParser;
import net.sf.saxon.trans.XPathException;

/**
 * Keeps {@code 1 to 2000000000} from becoming a constant, whose items Saxon would go through while it compiles, when no watch can end it: the end of
 * such a range is guarded as soon as it is read.
 */
final class Ranges {
    private Ranges() {}

    private static Expression guarded(Expression expression) {
        if (expression instanceof UserFunctionReference reference
                && reference.getNominalTarget() != null
                && reference.getNominalTarget().getBody() != null) {
            guarded(reference.getNominalTarget().getBody());
        }
        for (Operand operand : expression.operands()) {
            Expression child = guarded(operand.getChildExpression());
            if (expression instanceof RangeExpression && child instanceof Literal) {
                operand.setChildExpression(new Guard(child));
            }
        }
        return expression;
    }

    /** Reads expressions. */
    static final class Expressions extends XPathParser {
        Expressions(StaticContext context) {
            super(context);
        }

        @Override
        public Expression parseExpression() throws XPathException {
            return guarded(super.parseExpression());
        }
    }

    /** Reads patterns of templates and keys. */
    static final class Patterns extends PatternParser {
        Patterns(StaticContext context) {
            super(context);
        }

        @Override
        public Expression parseExpression() throws XPathException {
            return guarded(super.parseExpression());
        }
    }
}
