using System.Reflection;
using System.Text.RegularExpressions;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>Which files of a folder in S3 code reads and writes: a store's methods are called for a file's type.</summary>
internal static partial class JsonFiles
{
    /// <summary>The methods of <see cref="FolderStore"/>, and of those derived from it, that read.</summary>
    public static IReadOnlyList<string> Reading { get; } = ["ReadAsync", "ReadIfChangedAsync", "RequireAsync"];

    /// <summary>Those that write.</summary>
    public static IReadOnlyList<string> Writing { get; } = ["WriteAsync", "TryWriteAsync"];

    /// <summary>The paths, within their folders, of the files that code uses by such methods.</summary>
    /// <param name="code">The code.</param>
    /// <param name="methods">Their names.</param>
    /// <param name="function">The function's name, after which some files are called.</param>
    public static IReadOnlyList<string> In(ReachableCode code, IReadOnlyList<string> methods, string function) =>
        [
            .. code
                .ForTypes.Where(method =>
                    typeof(FolderStore).IsAssignableFrom(method.DeclaringType) && methods.Contains(method.Name)
                )
                .SelectMany(method => PathsOf(code, method.GetGenericArguments()[0], function))
                .Distinct(),
        ];

    /// <summary>A resource's path within a call's or a migration's folder, or null for another.</summary>
    public static string? PathIn(string resource) =>
        Folder().Match(resource) is { Success: true } match ? match.Groups["path"].Value : null;

    private static List<string> PathsOf(ReachableCode code, Type type, string function)
    {
        // Chapters are named one by one, other files of several after the function.
        var name = type == typeof(Chapter) ? Chapter.NameOf(1, 1) : function;
        var file = typeof(JsonFile<>).MakeGenericType(type);
        var found = code
            .Methods.OfType<MethodInfo>()
            .Where(method => method is { IsStatic: true } && method.ReturnType == file)
            .SelectMany(method =>
                method.GetParameters() switch
                {
                    [] => [method.Invoke(null, null)],
                    [{ ParameterType: var named }] when named == typeof(string) => [method.Invoke(null, [name])],
                    _ => Array.Empty<object?>(),
                }
            )
            .Select(one => (string)file.GetProperty(nameof(JsonFile<>.Name))!.GetValue(one)!)
            .ToList();
        found.ShouldNotBeEmpty($"Which file is {type.Name} in?");
        return found;
    }

    [GeneratedRegex(
        @"""\$\{\w+\.Arn\}/(calls/\*|migrations/\*|migrations)/(?<path>[^""]+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Folder();
}
