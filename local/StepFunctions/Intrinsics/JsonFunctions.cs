using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>Between JSON and text, and two objects made one.</summary>
internal static class JsonFunctions
{
    public static JsonNode ToText(IntrinsicArguments arguments) => JsonText.Write(arguments[0]);

    public static JsonNode? FromText(IntrinsicArguments arguments)
    {
        try
        {
            return JsonText.Parse(arguments.Text(0));
        }
        catch (JsonException e)
        {
            throw new IntrinsicMisuseException($"the string is not JSON: {e.Message}");
        }
    }

    public static JsonNode Merge(IntrinsicArguments arguments)
    {
        if (arguments.Flag(2))
        {
            throw new IntrinsicMisuseException(
                "Step Functions merges shallowly only: the third argument has to be false."
            );
        }

        var merged = (JsonObject)arguments.Members(0).DeepClone();
        foreach (var (name, value) in arguments.Members(1))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
