using System.Text;
using System.Text.RegularExpressions;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>Finds which published versions of a function calls can reach: through an alias, or by a flow that names one.</summary>
internal sealed partial class UsedVersions(LiveFunction function, MigrationStore store)
{
    private static readonly string[] s_flows = [$"{SealedBackup.Root}flows/", $"{SealedBackup.Root}modules/"];

    /// <summary>The versions, each with who uses it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync()
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in await function.ListAliasesAsync())
        {
            foreach (
                var version in (alias.RoutingConfig?.AdditionalVersionWeights ?? []).Keys.Prepend(alias.FunctionVersion)
            )
            {
                users.TryAdd(version, $"alias {alias.Name}");
            }
        }

        foreach (var below in s_flows)
        {
            foreach (var path in await store.ListAsync(below))
            {
                var content = Encoding.UTF8.GetString(await store.ReadBytesAsync(path) ?? []);
                foreach (Match match in NamedVersion().Matches(content))
                {
                    if (match.Groups["function"].Value == function.Name)
                    {
                        users.TryAdd(match.Groups["version"].Value, $"the flow of {path}");
                    }
                }
            }
        }

        users.Remove(LiveFunction.Unpublished);
        return users;
    }

    [GeneratedRegex(
        @"arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:(?<function>[A-Za-z0-9_-]+):(?<version>\d+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamedVersion();
}
