using System.Globalization;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>The variables that Lambda gives to a function's process.</summary>
internal static class FunctionEnvironment
{
    /// <param name="account">Endpoints, credentials and region.</param>
    /// <param name="runtimeApi">Host and port.</param>
    public static Dictionary<string, string> Of(
        FunctionDefinition function,
        IReadOnlyDictionary<string, string> account,
        string runtimeApi,
        DateTimeOffset now
    )
    {
        var day = now.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var variables = new Dictionary<string, string>(account)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.Memory.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = $"{day}/[$LATEST]{Guid.NewGuid():N}",
            ["AWS_REGION"] = LocalAccount.Region,
            ["AWS_DEFAULT_REGION"] = LocalAccount.Region,
            ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(Path.GetFullPath(function.Executable)) ?? "",
            ["_HANDLER"] = function.Handler,
            ["TZ"] = ":UTC",
        };
        foreach (var (name, value) in function.Environment)
        {
            variables[name] = value;
        }

        return variables;
    }
}
