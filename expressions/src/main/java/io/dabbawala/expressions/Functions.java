package io.dabbawala.expressions;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A table of functions: what the checker has to know and what runs. */
final class Functions {

    /** A type of CEL and the class its values have here. */
    record Kind<T>(CelType type, Class<T> java) {}

    static final Kind<String> TEXT = new Kind<>(SimpleType.STRING, String.class);
    static final Kind<Long> WHOLE = new Kind<>(SimpleType.INT, Long.class);
    static final CelType ELEMENT = TypeParamType.create("T");

    @SuppressWarnings("rawtypes")
    static final Kind<List> LIST = new Kind<>(ListType.create(ELEMENT), List.class);

    @SuppressWarnings("rawtypes")
    static final Kind<List> TEXTS = new Kind<>(ListType.create(SimpleType.STRING), List.class);

    private final Map<String, List<CelOverloadDecl>> declarations = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    <A> Functions global(String name, Kind<A> a, CelType result, Function<A, ?> body) {
        var id = id(name);
        declare(name, CelOverloadDecl.newGlobalOverload(id, result, a.type()));
        bindings.add(CelFunctionBinding.from(id, a.java(), body::apply));
        return this;
    }

    <A> Functions member(String name, Kind<A> a, CelType result, Function<A, ?> body) {
        var id = id(name);
        declare(name, CelOverloadDecl.newMemberOverload(id, result, a.type()));
        bindings.add(CelFunctionBinding.from(id, a.java(), body::apply));
        return this;
    }

    <A, B> Functions member(
            String name, Kind<A> a, Kind<B> b, CelType result, BiFunction<A, B, ?> body) {
        var id = id(name);
        declare(name, CelOverloadDecl.newMemberOverload(id, result, a.type(), b.type()));
        bindings.add(CelFunctionBinding.from(id, a.java(), b.java(), body::apply));
        return this;
    }

    /** With any number of arguments, the first of which is what it is called on. */
    Functions member(String name, List<Kind<?>> kinds, CelType result, Function<Object[], ?> body) {
        var id = id(name);
        var types = kinds.stream().map(kind -> kind.type()).toList();
        declare(name, CelOverloadDecl.newMemberOverload(id, result, types));
        var classes = new ArrayList<Class<?>>();
        kinds.forEach(kind -> classes.add(kind.java()));
        bindings.add(CelFunctionBinding.from(id, classes, body::apply));
        return this;
    }

    void addTo(CelBuilder builder) {
        declarations.forEach(
                (name, overloads) ->
                        builder.addFunctionDeclarations(
                                CelFunctionDecl.newFunctionDeclaration(name, overloads)));
        builder.addFunctionBindings(bindings);
    }

    private void declare(String name, CelOverloadDecl overload) {
        declarations.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
    }

    private String id(String name) {
        return "kubernetes_%s_%d".formatted(name, bindings.size());
    }
}
