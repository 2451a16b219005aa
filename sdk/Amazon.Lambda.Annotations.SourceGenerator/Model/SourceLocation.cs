using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A place in the source that does not keep the compilation alive.</summary>
internal sealed record SourceLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceLocation? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static place => place.IsInSource) is { } location
            ? new(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>A finding, ready to be reported.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, SourceLocation? Place, EquatableArray<string> Arguments)
{
    public static Finding Of(DiagnosticDescriptor rule, SourceLocation? place, params string[] arguments) =>
        new(rule, place, new([.. arguments]));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Place?.ToLocation() ?? Location.None, [.. Arguments.Cast<object>()]);
}
