"""Jobs about the device that computes and the GPU pack; none of them opens the library."""

from __future__ import annotations

from engine.core.job import Job
from engine.gpu_pack.inspect import inspect_device
from engine.gpu_pack.install import install
from engine.gpu_pack.remove import remove
from engine.gpu_pack.report import DeviceReport
from engine.library.roots import data_folder
from engine.service.pack_messages import InspectDevice, InstallPack, PackRequest, RemovePack


def run_pack(request: PackRequest, job: Job) -> DeviceReport:
    """Run the job of such a request on the pack in the user's data folder."""
    home = data_folder()
    if isinstance(request, InstallPack):
        install(home, job)
    elif isinstance(request, RemovePack):
        remove(home, job)
    wanted = request.device if isinstance(request, InspectDevice) else "auto"
    return inspect_device(home, wanted, job)
