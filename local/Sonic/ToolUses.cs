using System.Text.Json;
using static SonicBridge.Local.Sonic.InputShape;

namespace SonicBridge.Local.Sonic;

/// <summary>The tools that a client offers in a session, and the calls of them that it has still to answer.</summary>
internal sealed class ToolUses
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _offered = [];
    private readonly Dictionary<string, ToolUse> _open = [];

    /// <summary>The calls that have no answer.</summary>
    public IReadOnlyList<ToolUse> Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open.Values];
            }
        }
    }

    public bool Offers(string tool) => _offered.Contains(tool);

    /// <summary>Reads a promptStart's toolConfiguration.</summary>
    /// <exception cref="SonicRefusalException">A field is missing or has no such value.</exception>
    public void Offer(JsonElement configuration)
    {
        Only(configuration, "tools", "toolChoice");
        foreach (var tool in configuration.GetProperty("tools").EnumerateArray())
        {
            var specification = tool.GetProperty("toolSpec");
            Only(specification, "name", "description", "inputSchema");
            var name = specification.GetProperty("name").GetString();
            Require(name is { Length: > 0 and <= 64 }, "A tool's name has 1 to 64 characters.");
            Require(
                name!.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'),
                $"The tool's name '{name}' has other characters than letters, digits, _ and -."
            );
            Require(_offered.Add(name!), $"The tool '{name}' is there twice.");
            var schema = specification.GetProperty("inputSchema").GetProperty("json");
            Require(schema.ValueKind == JsonValueKind.String, "inputSchema.json is not a JSON text in a string.");
            using var parsed = JsonDocument.Parse(schema.GetString()!);
            Require(parsed.RootElement.ValueKind == JsonValueKind.Object, "inputSchema.json is not a JSON object.");
        }
    }

    /// <summary>Calls a tool.</summary>
    public ToolUse Call(ToolCall call)
    {
        var use = new ToolUse(Guid.NewGuid().ToString(), call);
        lock (_lock)
        {
            _open.Add(use.Id, use);
        }

        return use;
    }

    /// <summary>The call that a TOOL content answers; from then on it is answered.</summary>
    /// <exception cref="SonicRefusalException">It answers nothing.</exception>
    public ToolUse Take(JsonElement configuration)
    {
        Require(configuration.GetProperty("type").GetString() == "TEXT", "A tool's result is not of the type TEXT.");
        Require(
            configuration.GetProperty("textInputConfiguration").GetProperty("mediaType").GetString() == "text/plain",
            "textInputConfiguration is not text/plain."
        );
        var id = configuration.GetProperty("toolUseId").GetString()!;
        lock (_lock)
        {
            return _open.Remove(id, out var use)
                ? use
                : throw SonicRefusalException.Validation(
                    $"The toolUseId '{id}' is none of this session's, or has its result already."
                );
        }
    }
}
