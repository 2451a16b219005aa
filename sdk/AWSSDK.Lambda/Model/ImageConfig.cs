using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>What to change in an image's own configuration.</summary>
public partial class ImageConfig
{
    public List<string> Command { get; set; } = Unset.List<string>();

    public List<string> EntryPoint { get; set; } = Unset.List<string>();

    public string WorkingDirectory { get; set; }
}
