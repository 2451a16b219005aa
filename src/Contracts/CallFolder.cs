namespace SonicBridge.Contracts;

/// <summary>Where one call lives in S3: <c>s3://{bucket}/calls/{contactId}/</c>. Each file in it has exactly one writer.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="ContactId">The call.</param>
public sealed record CallFolder(string Bucket, ContactId ContactId)
{
    private const string Scheme = "s3://";
    private const string Root = "/calls/";

    /// <summary>The key of a file of this call, such as <c>playlist.json</c>.</summary>
    public string KeyOf(string file) => $"calls/{ContactId}/{file}";

    /// <summary>
    /// The file name of a prompt. It carries the bridge's generation, so that a bridge that was given up can never
    /// write over a prompt of its successor, and no address is ever used for two sounds (Connect may cache by address).
    /// </summary>
    public static string PromptFile(int generation, int number) => $"prompts/g{generation}-{number:D4}.wav";

    /// <summary>The address that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => $"{Scheme}{Bucket}{Root}{ContactId}/";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a call's folder.</exception>
    public static CallFolder Parse(string text)
    {
        if (text.StartsWith(Scheme, StringComparison.Ordinal) && text.EndsWith('/'))
        {
            var path = text[Scheme.Length..^1];
            var root = path.IndexOf(Root, StringComparison.Ordinal);
            if (root > 0 && ContactId.TryParse(path[(root + Root.Length)..], out var contactId))
            {
                return new CallFolder(path[..root], contactId);
            }
        }

        throw new FormatException($"'{text}' is not a call's folder: expected s3://bucket/calls/<contact id>/.");
    }
}
