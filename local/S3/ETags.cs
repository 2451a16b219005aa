namespace SonicBridge.Local.S3;

/// <summary>Compares ETags as the conditional headers do.</summary>
internal static class ETags
{
    /// <param name="header">One ETag with or without quotes, several by commas, or <c>*</c>.</param>
    public static bool Match(string header, string etag)
    {
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var value = part.StartsWith("W/", StringComparison.Ordinal) ? part[2..] : part;
            if (value == "*" || value.AsSpan().Trim('"').SequenceEqual(etag.AsSpan().Trim('"')))
            {
                return true;
            }
        }

        return false;
    }
}
