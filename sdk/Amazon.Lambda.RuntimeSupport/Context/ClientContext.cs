using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>A mobile client, as the header Lambda-Runtime-Client-Context has it; empty without one.</summary>
internal sealed class ClientContext : IClientContext
{
    public IDictionary<string, string> Environment { get; private init; }

    public IClientApplication Client { get; private init; }

    public IDictionary<string, string> Custom { get; private init; }

    public static ClientContext Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new ClientContext();
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ClientContext
        {
            Client = root.TryGetProperty("client", out var client) ? ClientApplication.Parse(client) : null,
            Custom = Pairs(root, "custom"),
            Environment = Pairs(root, "env"),
        };
    }

    private static Dictionary<string, string> Pairs(JsonElement root, string name) =>
        root.TryGetProperty(name, out var pairs)
            ? pairs.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString())
            : null;
}

internal sealed record ClientApplication(
    string AppPackageName,
    string AppTitle,
    string AppVersionCode,
    string AppVersionName,
    string InstallationId
) : IClientApplication
{
    public static ClientApplication Parse(JsonElement json) =>
        new(
            Text(json, "app_package_name"),
            Text(json, "app_title"),
            Text(json, "app_version_code"),
            Text(json, "app_version_name"),
            Text(json, "installation_id")
        );

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
