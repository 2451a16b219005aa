namespace SonicBridge.Steps.Migration;

/// <summary>Where one migration lives in S3: <c>s3://{bucket}/migrations/{id}/</c>.</summary>
/// <param name="Bucket">The backup bucket's name.</param>
/// <param name="Id">The migration: the name of the execution that began it.</param>
public sealed record MigrationFolder(string Bucket, string Id)
{
    /// <summary>Under which all migrations are.</summary>
    public const string Root = "migrations/";

    private const string Scheme = "s3://";

    /// <summary>The folder's key up to and with the last slash.</summary>
    public string Prefix => $"{Root}{Id}/";

    /// <summary>The address that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a migration's folder.</exception>
    public static MigrationFolder Parse(string? text)
    {
        if (
            text is not null
            && text.StartsWith(Scheme, StringComparison.Ordinal)
            && text[Scheme.Length..].Split('/') is [{ Length: > 0 } bucket, "migrations", { Length: > 0 } id, ""]
        )
        {
            return new MigrationFolder(bucket, id);
        }

        throw new FormatException(
            $"'{text}' is not a migration's folder: 'folder' has to be s3://bucket/{Root}<id>/, as the state machines pass it."
        );
    }
}
