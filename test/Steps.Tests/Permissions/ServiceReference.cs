using System.Text.Json;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>What AWS's service reference says of actions and their resources, as cfn-lint brings it along.</summary>
internal sealed class ServiceReference(JsonElement services)
{
    private const string WhereCfnLintIs =
        "import importlib.util as i; s = i.find_spec('cfnlint'); print(s.submodule_search_locations[0] if s else '')";

    /// <summary>Reads it; the test is skipped where cfn-lint is not installed.</summary>
    public static async Task<ServiceReference> ReadAsync()
    {
        var (_, folder) = await ExternalTool.RunAsync("python3", "cfn-lint needs it", "-c", WhereCfnLintIs);
        var file = Path.Combine(folder.Trim(), "data", "AdditionalSpecs", "Policies.json");
        Assert.SkipUnless(File.Exists(file), "cfn-lint is not installed: pip install cfn-lint.");
        await using var content = File.OpenRead(file);
        using var document = await JsonDocument.ParseAsync(
            content,
            cancellationToken: TestContext.Current.CancellationToken
        );
        return new ServiceReference(document.RootElement.Clone());
    }

    /// <summary>What the ARNs of an action's resources look like; none for one that knows no resource.</summary>
    public IReadOnlyList<Regex> ArnsOf(string action)
    {
        var (service, name) = (action.Split(':')[0], action.Split(':')[1]);
        services.TryGetProperty(service, out var found).ShouldBeTrue($"There is no service {service}.");
        found
            .GetProperty("Actions")
            .TryGetProperty(name.ToLowerInvariant(), out var rule)
            .ShouldBeTrue($"There is no action {action}.");
        if (!rule.TryGetProperty("Resources", out var kinds))
        {
            return [];
        }

        var names = kinds.EnumerateArray().Select(kind => kind.GetString()!).ToList();
        return
        [
            .. found
                .GetProperty("Resources")
                .EnumerateObject()
                .Where(kind => names.Contains(kind.Name, StringComparer.OrdinalIgnoreCase))
                .SelectMany(kind => kind.Value.GetProperty("ARNFormats").EnumerateArray())
                .Select(format => Pattern(format.GetString()!)),
        ];
    }

    // Variables and stars of the format stand for anything.
    private static Regex Pattern(string format) =>
        new(
            "^"
                + string.Join(
                    ".*",
                    Regex.Split(format, @"\$\{\w+\}|\.\*", RegexOptions.None, s_limit).Select(Regex.Escape)
                )
                + "$",
            RegexOptions.None,
            s_limit
        );

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);
}
