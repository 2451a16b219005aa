using System.CommandLine;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Local.Configuration;

/// <summary><c>configuration check file</c>: says of a call configuration what the call-start Lambda would say.</summary>
public static class ConfigurationCommand
{
    private const int CanBeUsed = 0;
    private const int CannotBeUsed = 1;
    private const int NotRead = 2;

    /// <summary>The template's default; a test holds that.</summary>
    public const string DefaultPrefix = "sonicbridge-tool-";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A call configuration: a JSON file." };
        var prefix = new Option<string>("--tool-function-prefix")
        {
            Description = "The stack's ToolFunctionPrefix: how the names of functions begin that a bridge may invoke.",
            DefaultValueFactory = _ => DefaultPrefix,
        };
        var check = new Command("check", "Says whether calls can be held by a configuration, and what to mend.")
        {
            file,
            prefix,
        };
        check.SetAction(
            (parsed, cancellationToken) =>
                CheckAsync(
                    parsed.GetValue(file)!,
                    parsed.GetValue(prefix)!,
                    Console.Out,
                    Console.Error,
                    cancellationToken
                )
        );
        return new Command("configuration", "Works with the configurations of calls.") { check };
    }

    /// <summary>Checks a file.</summary>
    /// <param name="prefix">How the names of functions begin that a bridge may invoke.</param>
    /// <returns>0 when it can be used, 1 when it cannot, 2 when it could not be read.</returns>
    public static async Task<int> CheckAsync(
        string file,
        string prefix,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        if (Directory.Exists(file))
        {
            await errors.WriteLineAsync($"{file} is a folder: name a file in it.");
            return NotRead;
        }

        byte[] json;
        try
        {
            json = await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return NotRead;
        }

        if (CallConfigurationReader.Read(json, out var problems) is not { } configuration)
        {
            foreach (var problem in problems)
            {
                await errors.WriteLineAsync(problem);
            }

            await errors.WriteLineAsync(
                $"{file} cannot be used: {(problems.Count == 1 ? "one problem" : $"{problems.Count} problems")}. A call that names it would be held by the default."
            );
            return CannotBeUsed;
        }

        await output.WriteLineAsync(
            $"{file} can be used. It has {Tools(configuration)}; put it into the calls' bucket as configurations/{Path.GetFileNameWithoutExtension(file)}.json."
        );
        foreach (var tool in configuration.Tools.Where(tool => !IsAllowed(tool, prefix)))
        {
            await output.WriteLineAsync(
                $"But the function of {tool.Name}, {tool.FunctionName}, does not begin with {prefix}: unless the stack's ToolFunctionPrefix allows it, the bridge may not invoke it, and the tool fails."
            );
        }

        return CanBeUsed;
    }

    private static bool IsAllowed(ToolConfiguration tool, string prefix) =>
        tool.FunctionName.StartsWith(prefix, StringComparison.Ordinal);

    private static string Tools(CallConfiguration configuration) =>
        configuration.Tools.Count == 0
            ? "no tools of its own"
            : $"the tools {string.Join(", ", configuration.Tools.Select(tool => tool.Name))}";
}
