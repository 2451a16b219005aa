using Microsoft.CodeAnalysis;

namespace SonicBridge.Sdk.Tests.Lambda.Published;

/// <summary>What of an assembly others can see, one line to a type, a base, an interface and a member.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    public static IEnumerable<INamedTypeSymbol> Types(IAssemblySymbol assembly) => Types(assembly.GlobalNamespace);

    /// <summary>The lines of a type, each of which starts with its name.</summary>
    public static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString();
        yield return $"{name} is {Modifiers(type)}{type.ToDisplayString(Signature)}";
        if (type.BaseType is { } parent)
        {
            yield return $"{name} extends {parent.ToDisplayString()}";
        }

        foreach (var implemented in type.Interfaces)
        {
            yield return $"{name} implements {implemented.ToDisplayString()}";
        }

        foreach (
            var usage in type.GetAttributes().Where(static a => a.AttributeClass?.Name == "AttributeUsageAttribute")
        )
        {
            var named = usage.NamedArguments.Select(static pair => $", {pair.Key} = {pair.Value.Value}");
            yield return $"{name} is for targets {usage.ConstructorArguments[0].Value}{string.Concat(named)}";
        }

        foreach (var member in type.GetMembers().Where(IsOwn))
        {
            yield return $"{name} has {member.ToDisplayString(Signature)}{Accessors(member)}";
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(static member => member is INamespaceSymbol || IsVisible(member))
            .SelectMany(static member => member is INamedTypeSymbol type ? Types(member).Prepend(type) : Types(member));

    /// <summary>Members that a type shows of its own: no accessor, no nested type.</summary>
    private static bool IsOwn(ISymbol member) =>
        IsVisible(member)
        && member
            is not INamedTypeSymbol
                and not IMethodSymbol
                {
                    MethodKind: MethodKind.PropertyGet
                        or MethodKind.PropertySet
                        or MethodKind.StaticConstructor
                        or MethodKind.DelegateInvoke
                }
        && !(member is IMethodSymbol && member.ContainingType.TypeKind == TypeKind.Delegate);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    private static string Modifiers(INamedTypeSymbol type) =>
        (type.IsStatic ? "static " : "")
        + (type is { IsAbstract: true, IsStatic: false, TypeKind: TypeKind.Class } ? "abstract " : "")
        + (type is { IsSealed: true, IsStatic: false, TypeKind: TypeKind.Class } ? "sealed " : "");

    private static string Accessors(ISymbol member) =>
        member is not IPropertySymbol property
            ? ""
            : $"{(IsThere(property.GetMethod) ? " get" : "")}{(IsThere(property.SetMethod) ? " set" : "")}";

    private static bool IsThere(IMethodSymbol? accessor) => accessor is not null && IsVisible(accessor);
}
