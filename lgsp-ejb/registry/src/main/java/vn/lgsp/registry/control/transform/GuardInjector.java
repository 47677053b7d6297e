package vn.lgsp.registry.control.transform;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import net.sf.saxon.expr.ContextItemExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.Operand;
import net.sf.saxon.expr.UserFunctionCall;
import net.sf.saxon.expr.VariableReference;
import net.sf.saxon.expr.flwor.Clause;
import net.sf.saxon.expr.flwor.FLWORExpression;
import net.sf.saxon.expr.instruct.ComponentTracer;
import net.sf.saxon.expr.instruct.LocalParam;
import net.sf.saxon.expr.instruct.OnEmptyExpr;
import net.sf.saxon.expr.instruct.OnNonEmptyExpr;
import net.sf.saxon.expr.instruct.UserFunction;
import net.sf.saxon.expr.parser.CodeInjector;
import net.sf.saxon.expr.parser.ExpressionTool;
import net.sf.saxon.functions.hof.UserFunctionReference;
import net.sf.saxon.pattern.Pattern;
import net.sf.saxon.trace.TraceableComponent;

/** Puts a {@link Guard} around every expression of a stylesheet while it is compiled: templates, functions, variables and functions without a name. */
final class GuardInjector implements CodeInjector {
    private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public Expression inject(Expression expression) {
        for (Operand operand : expression.operands()) {
            if (operand.getOperandRole().isConstrainedClass()) {
                within(operand.getChildExpression());
            }
        }
        if (expression instanceof UserFunctionReference reference) {
            function(reference.getNominalTarget());
        } else if (expression instanceof UserFunctionCall call) {
            function(call.getFunction());
        }
        boolean plain = expression instanceof Guard
                || expression instanceof Pattern
                || expression instanceof FLWORExpression
                || expression instanceof OnEmptyExpr
                || expression instanceof OnNonEmptyExpr
                || expression instanceof ComponentTracer
                || isLeaf(expression);
        return plain ? expression : new Guard(expression);
    }

    /** Saxon passes by what only holds expressions, such as the keys of a sort and what an iteration begins with: what it holds is run all the same. */
    private void within(Expression holder) {
        for (Operand operand : holder.operands()) {
            Expression held = operand.getChildExpression();
            if (operand.getOperandRole().isConstrainedClass() || held instanceof LocalParam) {
                within(held);
            } else {
                operand.setChildExpression(ExpressionTool.injectCode(held, this));
            }
        }
    }

    /** What is done before anybody could look; constants are also what Saxon looks for itself, such as the condition that always holds. */
    private static boolean isLeaf(Expression expression) {
        return expression instanceof VariableReference
                || expression instanceof ContextItemExpression
                || expression instanceof Literal literal && !Guard.endless(literal);
    }

    /** Functions without a name are compiled with the expression that holds them and come by no other way. */
    private void function(UserFunction function) {
        if (function != null && function.getBody() != null && done.add(function)) {
            function.setBody(ExpressionTool.injectCode(function.getBody(), this));
        }
    }

    @Override
    public void process(TraceableComponent component) {
        if (done.add(component)) {
            component.setBody(ExpressionTool.injectCode(component.getBody(), this));
        }
    }

    @Override
    public Clause injectClause(FLWORExpression expression, Clause clause) {
        return clause;
    }
}
