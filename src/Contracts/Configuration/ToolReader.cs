using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SonicBridge.Contracts.Configuration;

/// <summary>Reads the tools of a configuration.</summary>
internal static class ToolReader
{
    private const int MostTools = 32;
    private const int LongestDescription = 2000;
    private const int LongestSchema = 8 * 1024;

    private static readonly string[] s_members = ["name", "description", "inputSchema", "function", "timeoutSeconds"];
    private static readonly string[] s_builtIn = [ToolConfiguration.TransferToAgent, ToolConfiguration.EndCall];

    public static IReadOnlyList<ToolConfiguration> ReadAll(FieldReader fields, List<string> problems)
    {
        if (fields.Find("tools") is not { } value)
        {
            return [];
        }

        if (value.ValueKind is not JsonValueKind.Array)
        {
            fields.Problem("tools", $"is {FieldReader.Quote(value)}: set it to an array, or leave it out.");
            return [];
        }

        if (value.GetArrayLength() > MostTools)
        {
            fields.Problem("tools", $"has more than {MostTools} tools: take some out.");
            return [];
        }

        var tools = new List<ToolConfiguration>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in value.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"tools[{names.Count}]");
            if (item.ValueKind is not JsonValueKind.Object)
            {
                problems.Add(
                    $"{path}: is {FieldReader.Quote(item)}: write an object with name, description, inputSchema and function."
                );
                names.Add(path, path);
                continue;
            }

            var tool = new FieldReader(item, path, problems, s_members);
            var name = ReadName(tool);
            if (!names.TryAdd(name ?? path, path))
            {
                tool.Problem("name", $"is '{name}' as in {names[name!]}: give it a name of its own.");
                names.Add(path, path);
            }

            Read(tool, name, tools);
        }

        return tools;
    }

    private static void Read(FieldReader tool, string? name, List<ToolConfiguration> tools)
    {
        var description = tool.Require("description", "say in a sentence or two what the tool does and when to use it.")
            ? tool.Text("description", LongestDescription)
            : null;
        var schema = ReadSchema(tool);
        var function = tool.Require("function", "set it to the name or the ARN of the tool's Lambda function.")
            ? tool.Shaped("function", ConfigurationShapes.OfFunction(), "the name or the ARN of a Lambda function")
            : null;
        var timeout =
            tool.Whole("timeoutSeconds", 1, ToolConfiguration.LongestTimeoutSeconds)
            ?? ToolConfiguration.DefaultTimeoutSeconds;
        if (name is not null && description is not null && schema is not null && function is not null)
        {
            tools.Add(
                new ToolConfiguration
                {
                    Name = name,
                    Description = description,
                    InputSchema = schema.Value,
                    Function = function,
                    TimeoutSeconds = timeout,
                }
            );
        }
    }

    private static string? ReadName(FieldReader tool)
    {
        const string Meaning = "up to 64 letters, digits, hyphens and underscores";
        if (
            !tool.Require("name", $"set it to {Meaning}.")
            || tool.Shaped("name", ConfigurationShapes.OfToolName(), Meaning) is not { } name
        )
        {
            return null;
        }

        if (s_builtIn.Contains(name))
        {
            tool.Problem("name", $"is '{name}', which every call has: take the tool out, or name it otherwise.");
            return null;
        }

        return name;
    }

    private static JsonElement? ReadSchema(FieldReader tool)
    {
        const string Mend = "write a JSON schema with \"type\": \"object\" and the arguments under \"properties\".";
        if (!tool.Require("inputSchema", Mend))
        {
            return null;
        }

        var schema = tool.Find("inputSchema")!.Value;
        if (
            schema.ValueKind is not JsonValueKind.Object
            || !schema.TryGetProperty("type", out var type)
            || type.ValueKind is not JsonValueKind.String
            || !type.ValueEquals("object")
        )
        {
            tool.Problem("inputSchema", $"is no schema of an object: {Mend}");
            return null;
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind is not JsonValueKind.Object)
        {
            tool.Problem("inputSchema", "has properties that are no object: write one member for each argument.");
            return null;
        }

        if (Encoding.UTF8.GetByteCount(schema.GetRawText()) > LongestSchema)
        {
            tool.Problem("inputSchema", $"is longer than {LongestSchema / 1024} KB: shorten it.");
            return null;
        }

        return schema.Clone();
    }
}
