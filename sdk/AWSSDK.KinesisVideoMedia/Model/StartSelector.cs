using System;

namespace Amazon.KinesisVideoMedia.Model;

/// <summary>Where to start: the type says which other member counts.</summary>
public partial class StartSelector
{
    public string AfterFragmentNumber { get; set; }

    public string ContinuationToken { get; set; }

    public StartSelectorType StartSelectorType { get; set; }

    public DateTime? StartTimestamp { get; set; }
}
