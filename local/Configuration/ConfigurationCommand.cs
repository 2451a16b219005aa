using System.CommandLine;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Local.Configuration;

/// <summary><c>configuration check file</c>: says of a call configuration what the call-start Lambda would say.</summary>
public static class ConfigurationCommand
{
    private const int CanBeUsed = 0;
    private const int CannotBeUsed = 1;
    private const int NotRead = 2;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A call configuration: a JSON file." };
        var check = new Command("check", "Says whether calls can be held by a configuration, and what to mend.")
        {
            file,
        };
        check.SetAction(
            (parsed, cancellationToken) =>
                CheckAsync(parsed.GetValue(file)!, Console.Out, Console.Error, cancellationToken)
        );
        return new Command("configuration", "Works with the configurations of calls.") { check };
    }

    /// <summary>Checks a file.</summary>
    /// <returns>0 when it can be used, 1 when it cannot, 2 when it could not be read.</returns>
    public static async Task<int> CheckAsync(
        string file,
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
        return CanBeUsed;
    }

    private static string Tools(CallConfiguration configuration) =>
        configuration.Tools.Count == 0
            ? "no tools of its own"
            : $"the tools {string.Join(", ", configuration.Tools.Select(tool => tool.Name))}";
}
