using System.Text.Json;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Steps.Configure;

/// <summary>
/// Finds a call's configuration: by its contact attribute, else by the number that was dialled, else the default. Never
/// fails: what cannot be used is told, and the call is held as the bridge's environment has it.
/// </summary>
internal sealed class ConfigurationChoice(IConfigurationShelf shelf)
{
    /// <summary>Finds the configuration.</summary>
    public async Task<Chosen> FindAsync(ConfigurationWish wish, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        try
        {
            return new Chosen(await FindAsync(wish, problems, cancellationToken), problems);
        }
        catch (OperationCanceledException)
        {
            problems.Add("The configuration was not read in time.");
        }
        catch (Exception e)
        {
            problems.Add($"The configuration cannot be read: {e.Message}");
        }

        return new Chosen(null, problems);
    }

    private async Task<CallConfiguration?> FindAsync(
        ConfigurationWish wish,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        if (wish.Attribute is { } attribute)
        {
            return await ReadNamedAsync(attribute, "the contact attribute", problems, cancellationToken);
        }

        // Both at once: the answer to Connect waits for this.
        var readingDefault = shelf.ReadAsync(ConfigurationWish.Default, cancellationToken);
        try
        {
            if (wish.Dialled is { } dialled && await FindNumberAsync(dialled, problems, cancellationToken) is { } name)
            {
                return await ReadNamedAsync(
                    name,
                    shelf.PlaceOf(ConfigurationWish.Numbers),
                    problems,
                    cancellationToken
                );
            }
        }
        finally
        {
            await ((Task)readingDefault).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await readingDefault is { } json ? Read(ConfigurationWish.Default, json, problems) : null;
    }

    private async Task<CallConfiguration?> ReadNamedAsync(
        string name,
        string source,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        if (!ConfigurationWish.IsName(name))
        {
            problems.Add(
                $"The name of a configuration in {source} is none: write up to 64 letters, digits, hyphens and underscores, and not {ConfigurationWish.Numbers}."
            );
            return null;
        }

        if (await shelf.ReadAsync(name, cancellationToken) is { } json)
        {
            return Read(name, json, problems);
        }

        problems.Add($"Nothing is at {shelf.PlaceOf(name)}: put the configuration there, or mend {source}.");
        return null;
    }

    private CallConfiguration? Read(string name, ReadOnlyMemory<byte> json, List<string> problems)
    {
        var read = CallConfigurationReader.Read(json, out var found);
        problems.AddRange(found.Select(problem => $"{shelf.PlaceOf(name)}: {problem}"));
        return read;
    }

    private async Task<string?> FindNumberAsync(
        string dialled,
        List<string> problems,
        CancellationToken cancellationToken
    )
    {
        if (await shelf.ReadAsync(ConfigurationWish.Numbers, cancellationToken) is not { } json)
        {
            return null;
        }

        try
        {
            using var numbers = JsonDocument.Parse(json);
            if (!numbers.RootElement.TryGetProperty(dialled, out var name))
            {
                return null;
            }

            if (name.ValueKind is JsonValueKind.String)
            {
                return name.GetString();
            }
        }
        // Not JSON, no object, or a name that is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The message could quote a number.
        }

        problems.Add(
            $"{shelf.PlaceOf(ConfigurationWish.Numbers)} cannot be used: write a JSON object such as {{\"+12025550100\": \"car-rental\"}}."
        );
        return null;
    }
}

/// <summary>What came of a choice.</summary>
/// <param name="Configuration">Null: the call is held as the bridge's environment has it.</param>
/// <param name="Problems">Sentences for the engineer.</param>
internal sealed record Chosen(CallConfiguration? Configuration, IReadOnlyList<string> Problems);
